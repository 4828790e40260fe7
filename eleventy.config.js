// `npm run site`: the same Markdown that the repository shows, as pages in reports/out/site.
const { IdAttributePlugin, InputPathToUrlTransformPlugin } = require('@11ty/eleventy');

/** Folders whose pages are documentation, and the pages at the top. */
const PAGES = ['docs', 'features', 'reference-server', 'defects', 'support', 'bench', 'courses'];
const OURS = new RegExp(`^\\./(?:(?:${PAGES.join('|')})/.+|[A-Z]+)\\.md$`);

module.exports = (eleventy) => {
  eleventy.addPlugin(IdAttributePlugin);
  eleventy.addPlugin(InputPathToUrlTransformPlugin);
  eleventy.setTemplateFormats(['md']);
  eleventy.ignores.add('node_modules');
  eleventy.ignores.add('dist');
  eleventy.ignores.add('reports');
  eleventy.addGlobalData('layout', 'page.html');
  // The pages lie as their sources do: what they link to beside them is found.
  eleventy.addGlobalData(
    'permalink',
    () =>
      ({ page }) =>
        page.filePathStem === '/README' ? '/index.html' : `${page.filePathStem}.html`,
  );
  eleventy.addPassthroughCopy('docs/{examples,report.png}');
  // What stands in braces in our pages is the notation's, not a template's.
  eleventy.addPreprocessor('title', 'md', (data, content) => {
    if (!OURS.test(data.page.inputPath)) return false;
    data.title = /^# (.+)$/m.exec(content)?.[1] ?? 'mailspec';
    return content;
  });
  return {
    markdownTemplateEngine: false,
    dir: { input: '.', includes: 'docs/site', output: 'reports/out/site' },
  };
};
