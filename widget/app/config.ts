/** What the Worker's page tells the app: `<script type="application/json" id="redress-config">`. */
export interface Config {
  /** Public key of the site, `pk_…`. */
  siteKey: string
  /** BCP 47; one of the languages the page was asked for, perhaps not one we speak. */
  locale: string
  /** In a frame on a host page, or a page of its own. */
  mode: 'embed' | 'page'
}

export const readConfig = (): Config =>
  JSON.parse(document.getElementById('redress-config')?.textContent || '{}') as Config
