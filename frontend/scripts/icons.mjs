// Draws the icons of the installed app from public/favicon.svg: node scripts/icons.mjs
import { mkdir, readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";

const logo = await readFile("public/favicon.svg", "utf8");
// The system cuts a maskable icon to its own shape: the ground reaches the edges, and the mark stays in the middle.
const maskable = logo
  .replace('rx="10"', "")
  .replace(
    /(<path.*)<\/svg>/,
    '<g transform="translate(16 16) scale(0.72) translate(-16 -16)">$1</g></svg>',
  );
const square = logo.replace('rx="10"', "");

const icons = [
  { name: "icon-192", svg: logo, size: 192 },
  { name: "icon-512", svg: logo, size: 512 },
  { name: "maskable-192", svg: maskable, size: 192 },
  { name: "maskable-512", svg: maskable, size: 512 },
  { name: "apple-touch-icon", svg: square, size: 180 },
];

await mkdir("public/icons", { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
for (const { name, svg, size } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
