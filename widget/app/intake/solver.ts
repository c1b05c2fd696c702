/** The Web Worker in which the proof of work is done, so that typing stays smooth. */
import { solve } from '../../../sdk/src/index.ts'

addEventListener('message', async ({ data }) => postMessage(await solve(data)))
