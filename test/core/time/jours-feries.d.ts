/** The package brings no types: the French holidays of a year by name, each at midnight, local time. */
declare module '@socialgouv/jours-feries' {
  export default function getJoursFeries(year: number): Record<string, Date>
}
