import { assertEquals } from "./assert.js";
import { toMarkdown, toText } from "mapgen/core/markdown.js";

const PAIRS = [
  ["<p>Plain text.</p>", "Plain text."],
  ["<p>One</p><p>Two</p>", "One\n\nTwo"],
  ["<p><em>a</em> and <strong>b</strong></p>", "*a* and **b**"],
  [
    '<p><a href="https://a.org/?x=1&amp;y=2" target="_blank" rel="noopener">link</a></p>',
    "[link](<https://a.org/?x=1&y=2>)",
  ],
  ["<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>", "- a\n- b\n  - c"],
  ["<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "1. a\n2. b"],
  ["<blockquote>\n<p>said</p>\n</blockquote>", "> said"],
  ["<pre><code>a *b*\n</code></pre>", "```\na *b*\n```"],
  ["<p>a<br>\nb</p>", "a\\\nb"],
  ["<p>use <code>a`b</code></p>", "use ``a`b``"],
];

for (const [html, markdown] of PAIRS) {
  Deno.test(`${html} is written as ${markdown}`, () => {
    assertEquals(toMarkdown(html), markdown);
  });
}

Deno.test("signs that mean something in Markdown are kept from it", () => {
  const texts = ["2 * 3 * 4", "a_b", "_a_", "&lt;b&gt;", "# one", "1982. A year", "- no list"];

  assertEquals(texts.map((text) => toMarkdown(`<p>${text}</p>`)), [
    "2 \\* 3 \\* 4",
    "a_b",
    "\\_a\\_",
    "\\<b>",
    "\\# one",
    "1982\\. A year",
    "\\- no list",
  ]);
});

Deno.test("the text of a description is one line without any tag", () => {
  assertEquals(toText("<p>a &amp; <em>b</em></p>\n<p>c &lt;d&gt;</p>"), "a & b c <d>");
});
