// Zod probes for `new Function`, which the content security policy reports as a breach. This is where zod looks for its
// settings; setting it by hand costs no script on pages that do not use zod.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
