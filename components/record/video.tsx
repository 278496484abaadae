/** A video kept here, with the browser's own buttons. Nothing of it is fetched but its beginning until somebody plays it. */
export function Video({
  src,
  title,
  captionsSrc,
  captionsLabel,
  className,
}: {
  src: string
  /** What it shows, for those who cannot see it. */
  title: string
  /** WebVTT. */
  captionsSrc?: string | undefined
  /** What the player calls them. */
  captionsLabel?: string | undefined
  className?: string
}) {
  return (
    <video className={className} src={src} controls playsInline preload="metadata" aria-label={title}>
      <track kind="captions" src={captionsSrc} label={captionsLabel} default />
    </video>
  )
}
