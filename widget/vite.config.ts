import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Vite wraps every dynamic import to load its styles first. Ours have none, and the wrapper weighs half a kilobyte. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null),
}

/**
 * Two builds into dist/widget:
 * - the framed app: ES modules and CSS under /assets/ with hashed names, and manifest.json for the Worker's pages;
 * - with `--mode loader`: /widget.js, one classic script under a stable name for the host page.
 */
export default defineConfig(({ mode }) => {
  const loader = mode === 'loader'
  // Classic calls are shorter than those of the automatic runtime, to which everything else compiles.
  const jsx = { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } as const
  return {
    root: here('.'),
    base: '/',
    publicDir: loader ? false : here('public'),
    logLevel: 'warn',
    plugins: [plainImports],
    oxc: loader ? {} : { jsx, jsxInject: `import { h, Fragment } from 'preact'` },
    worker: { format: 'es', rolldownOptions: { treeshake: { moduleSideEffects: false } } },
    build: loader
      ? {
          outDir: here('../dist/widget'),
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry: here('loader/index.ts'), formats: ['iife'], name: 'redress', fileName: () => 'widget.js' },
        }
      : {
          outDir: here('../dist/widget'),
          emptyOutDir: true,
          target: 'es2022',
          // Below these, light-dark() would be rewritten to follow the device alone, and a host's theme be half ignored.
          cssTarget: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
          manifest: 'manifest.json',
          modulePreload: false,
          // The page's policy allows no `data:` sources.
          assetsInlineLimit: 0,
          rolldownOptions: {
            input: here('app/main.tsx'),
            treeshake: { moduleSideEffects: (id) => !id.includes('/preact/') },
          },
        },
  }
})
