// The types know this module by its folder; Node wants the file.
declare module 'selenium-webdriver/http/index.js' {
  export * from 'selenium-webdriver/http';
}
