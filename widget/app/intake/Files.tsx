import { useEffect, useRef, useState } from 'preact/hooks'
import { bytes, percent } from '../format.ts'
import { fill, plural, t } from '../i18n.ts'
import { Icon } from '../ui/Icon.tsx'
import { CLOSE, FILE, RETRY, UPLOAD } from '../ui/icons.ts'
import { type Item, type Uploads, useUploads } from './uploads.ts'

interface Limits {
  files: number
  fileBytes: number
  /** Media types; the server looks at the content, this only guides the picker. */
  accept: readonly string[]
}

interface Props {
  name: string
  uploads: Uploads
  limits: Limits
}

/** A file field: picker, drop, paste, camera; what was chosen, how far it is, remove and retry. */
export const Files = ({ name, uploads, limits }: Props) => {
  useUploads(uploads)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)

  const add = (list: FileList | null | undefined) => {
    const files = Array.from(list ?? [])
    const room = limits.files - uploads.items.length
    const fit = files.filter((file) => file.size > 0 && file.size <= limits.fileBytes)
    const unfit = files.find((file) => !fit.includes(file))
    setFault(
      fit.length > room
        ? plural(t.fileTooMany, limits.files)
        : unfit
          ? fill(unfit.size ? t.fileTooLarge : t.fileEmpty, { name: unfit.name, size: bytes(limits.fileBytes) })
          : '',
    )
    uploads.add(fit.slice(0, room))
  }

  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => add(clipboardData?.files)
    // A file that misses the box must not replace the page.
    const hold = (event: DragEvent) => event.preventDefault()
    const stop = new AbortController()
    const { signal } = stop
    addEventListener('paste', paste, { signal })
    addEventListener('dragover', hold, { signal })
    addEventListener('drop', hold, { signal })
    return () => stop.abort()
  })

  const chosen = (input: HTMLInputElement) => {
    add(input.files)
    input.value = ''
  }
  const settled = uploads.items.findLast(({ state }) => state === 'done' || state === 'failed')
  return (
    <div class={`files ${fault ? 'wrong' : ''}`}>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the buttons inside. */}
      <div
        class={`drop ${over ? 'over' : ''}`}
        onDragEnter={() => setOver(true)}
        onDragOver={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false)
          add(event.dataTransfer?.files)
        }}
      >
        <Icon d={UPLOAD} />
        <p>{t.drop}</p>
        <div class="row">
          <button type="button" id={name} class="plain" onClick={() => picker.current?.click()}>
            {t.choose}
          </button>
          {matchMedia('(pointer: coarse)').matches && (
            <button type="button" class="plain" onClick={() => camera.current?.click()}>
              {t.camera}
            </button>
          )}
        </div>
        <input
          ref={picker}
          type="file"
          hidden
          multiple={limits.files > 1}
          accept={limits.accept.join()}
          onChange={(e) => chosen(e.currentTarget)}
        />
        <input
          ref={camera}
          type="file"
          hidden
          accept="image/*"
          capture="environment"
          onChange={(e) => chosen(e.currentTarget)}
        />
        <p class="hint">{plural(t.limits, limits.files, { size: bytes(limits.fileBytes) })}</p>
      </div>
      <p class="unseen" role="status">
        {settled && `${settled.name}: ${settled.fault ?? t.fileAdded}`}
      </p>
      <ul class="list">
        {uploads.items.map((item) => (
          <Row key={item.key} item={item} uploads={uploads} />
        ))}
      </ul>
    </div>
  )
}

const Row = ({ item, uploads }: { item: Item; uploads: Uploads }) => {
  const { key, name, size, picture, state, sent, fault } = item
  const share = size ? sent / size : 0
  return (
    <li class={`file ${state}`}>
      {picture ? <img src={picture} alt="" /> : <Icon d={FILE} />}
      <div>
        <b>{name}</b>
        <small>
          {state === 'failed' && <span class="fault">{fault}</span>}
          {state === 'waiting' && t.fileWaiting}
          {state === 'sending' && (share < 1 ? fill(t.fileSending, { percent: percent(share) }) : t.fileChecking)}
          {state === 'done' && `${t.fileAdded}, ${bytes(size)}`}
        </small>
        {state === 'sending' && <progress value={share} aria-label={name} />}
      </div>
      {state === 'failed' && (
        <button type="button" class="round" aria-label={fill(t.fileRetry, { name })} onClick={() => uploads.retry(key)}>
          <Icon d={RETRY} />
        </button>
      )}
      <button type="button" class="round" aria-label={fill(t.fileRemove, { name })} onClick={() => uploads.remove(key)}>
        <Icon d={CLOSE} />
      </button>
    </li>
  )
}
