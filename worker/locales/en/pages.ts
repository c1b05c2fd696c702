/** The few words that the Worker's own pages say before the app does. */
export default {
  title: 'Complaint · {site}',
  noScript:
    'This form needs JavaScript, which is switched off or blocked here. Switch it on, or reach us another way: see {site}’s contact page.',
  notBuilt: 'The form has not been built yet. Run “npm run build” and reload.',
} as const
