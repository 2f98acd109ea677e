import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  // The words live beside the Rust that says them too.
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2022', 'safari16', 'chrome109'],
    // The page's policy allows no `data:` fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    // One page for all the files of a worker: ten times as fast. A test leaves nothing behind that another would see.
    isolate: false,
    // The colours are looked at by a test.
    css: { include: /tokens\.css/ },
    include: ['src/**/*.test.ts'],
  },
});
