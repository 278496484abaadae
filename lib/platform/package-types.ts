/**
 * What files of packages are told to be, by how their names end. What is not here is bytes to
 * download. No charset: old packages say their own inside, and a header would overrule it.
 */
const types: Readonly<Record<string, string>> = {
  ...{ html: 'text/html', htm: 'text/html', xhtml: 'application/xhtml+xml' },
  ...{ js: 'text/javascript', mjs: 'text/javascript' },
  ...{ css: 'text/css', txt: 'text/plain', vtt: 'text/vtt' },
  ...{ json: 'application/json', xml: 'text/xml', xsd: 'text/xml', map: 'application/json' },
  ...{ png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' },
  ...{ svg: 'image/svg+xml', ico: 'image/x-icon', bmp: 'image/bmp', avif: 'image/avif' },
  ...{ mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav', ogg: 'audio/ogg', oga: 'audio/ogg' },
  ...{ mp4: 'video/mp4', m4v: 'video/mp4', webm: 'video/webm', ogv: 'video/ogg' },
  ...{ woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf', otf: 'font/otf' },
  ...{ eot: 'application/vnd.ms-fontobject', pdf: 'application/pdf', wasm: 'application/wasm' },
}

/** The type under which a file of a package is handed out. */
export function packageType(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return types[ending] ?? 'application/octet-stream'
}
