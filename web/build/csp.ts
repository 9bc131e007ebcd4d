// The one Content-Security-Policy of every page. Nothing from elsewhere, nothing inline, no eval; WebAssembly
// may be compiled. It travels in a meta element, so that it holds on every host.

export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  // A frame in a sandbox has no origin, and so no 'self' to start a worker from.
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
