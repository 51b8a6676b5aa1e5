export { accessibilityProblems, complaintsOf, linkedPages, overflowOf } from './page-problems.ts';
export { SwaggerPage } from './swagger-page.ts';
export { TestBrowser } from './test-browser.ts';
