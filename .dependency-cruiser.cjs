/** The import rule of the repository. See docs/architecture.md for the reasons. */

const CORE_PACKAGES = 'zod|temporal-polyfill|temporal-spec|canonicalize'

/** What each folder of the Worker may import from the Worker, besides itself and the core. */
const MAY_IMPORT = {
  locales: [],
  vault: [],
  store: ['vault'],
  notify: ['locales'],
  actions: ['store', 'vault', 'notify', 'locales'],
  http: ['actions', 'store', 'vault', 'notify', 'locales'],
  admin: ['actions', 'store', 'vault', 'notify', 'locales'],
  jobs: ['actions', 'store', 'vault', 'notify', 'locales'],
}

const layers = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder}-imports`,
  comment: `worker/${folder} imports itself, the core${others.map((other) => `, ${other}`).join('')}; nothing else of ours`,
  severity: 'error',
  from: { path: `^worker/${folder}/` },
  to: {
    path: '^(worker|widget|sdk|scripts|test|bench|demo)/',
    pathNot: [
      `^worker/(${['core', folder, ...others].join('|')})/`,
      '^worker/env\\.ts$',
      '^sdk/', // types only, see worker-sdk-types-only
    ],
  },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'worker/core imports worker/core and a few pure packages',
      severity: 'error',
      from: { path: '^worker/core/' },
      to: { pathNot: ['^worker/core/', `^node_modules/(${CORE_PACKAGES})/`] },
    },
    ...layers,
    {
      name: 'only-the-entry-wires',
      comment: 'worker/index.ts and worker/app.ts wire the layers together; nothing imports them back',
      severity: 'error',
      from: { path: '^(worker|widget|sdk)/', pathNot: '^worker/(index|app)\\.ts$' },
      to: { path: '^worker/(index|app)\\.ts$' },
    },
    {
      name: 'worker-root-is-small',
      comment: 'besides the entry, files directly in worker/ describe the environment and import nothing of ours',
      severity: 'error',
      from: { path: '^worker/[^/]+$', pathNot: '^worker/(index|app)\\.tsx?$' },
      to: { path: '^(worker|widget|sdk|scripts|test|bench|demo)/' },
    },
    {
      name: 'worker-sdk-types-only',
      comment: 'the Worker takes nothing but types from the SDK',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^sdk/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'widget-imports',
      comment: 'the widget imports itself and the SDK',
      severity: 'error',
      from: { path: '^widget/' },
      to: { path: '^(worker|scripts|test|bench|demo)/' },
    },
    {
      name: 'loader-stands-alone',
      comment: 'the loader runs on the host page: no package, no part of the framed app but its message types',
      severity: 'error',
      from: { path: '^widget/loader/' },
      to: { pathNot: '^widget/loader/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'widget-packages',
      comment: 'what reaches the visitor stays small',
      severity: 'error',
      from: { path: '^widget/', pathNot: '^widget/vite\\.config\\.ts$' },
      to: { path: '^node_modules/', pathNot: '^node_modules/(preact|altcha-lib)/' },
    },
    {
      name: 'sdk-imports',
      comment: 'the SDK imports itself, types of the core, and the pure verification of the ledger',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { path: '^(worker|widget|scripts|test|bench|demo)/', pathNot: ['^worker/core/'] },
    },
    {
      name: 'sdk-core-types-only',
      comment: 'from the core the SDK runs nothing but worker/core/ledger.ts',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { path: '^worker/core/', pathNot: '^worker/core/ledger\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-has-no-dependency',
      comment: 'the SDK runs anywhere and brings no package along (canonicalize comes inlined with the ledger)',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { path: '^node_modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'every file is used, or is an entry point',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^worker/index\\.ts$',
          '^widget/(app/main\\.tsx|loader/index\\.ts|vite\\.config\\.ts)$',
          '^sdk/(src/)?index\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(cloudflare|node):' },
    },
    {
      name: 'no-dev-package-at-run-time',
      severity: 'error',
      from: { path: '^(worker|widget|sdk)/', pathNot: '^widget/vite\\.config\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(sdk/)?dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['workerd', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
}
