// Draws what networks show where a claim's page is shared: assets/pictures/{language}/{rating}.png, 800 by 420 pixels, four colours: 330 kB in all.
//   npm install --no-save --prefix target/pictures playwright-core@1 && NODE_PATH=target/pictures/node_modules node src/main/pictures/draw.mjs
// Each carries the words that it shows as its title (iTXt), by which DrawnPicturesTest finds those that are out of date.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';

const { chromium } = createRequire(import.meta.url)('playwright-core');
const RESOURCES = new URL('../resources/', import.meta.url);
const OUT = new URL('META-INF/resources/assets/pictures/', RESOURCES);
const WIDTH = 800;
const HEIGHT = 420;
const SHADES = 4;
const COLOURS = { false: 0xb3261e, mostly_false: 0x9a4100, mixed: 0x755600, mostly_true: 0x3d6a1a, true: 0x0a683a };
const OTHER = 0x3f4f63;
const glyphs = /const GLYPHS = \{([^}]*)\}/.exec(readFileSync(new URL('../widget/card.js', import.meta.url), 'utf8'))[1];
const glyph = (tone) => (new RegExp(`\\b${tone.replace('mostly_', '')}: '([^']*)'`).exec(glyphs) ?? /unverifiable: '([^']*)'/.exec(glyphs))[1];

const read = (file) => new Map(readFileSync(new URL(file, RESOURCES), 'utf8').split('\n').map((line) => /^([\w.]+) *= *(.*)$/.exec(line))
  .filter(Boolean).map(([, key, value]) => [key, value.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))]));

/** In the browser, drawn as if it were 1,200 by 630: how much of the text's colour each pixel has, 0 to 3. */
const paint = ({ words, kicker, path, rtl, columns, rows, shades }) => {
  const [width, height] = [1200, 630];
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.scale(columns / width, rows / height);
  context.fillRect(0, 0, width, height);
  context.fillStyle = context.strokeStyle = '#fff';
  context.direction = rtl ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  const edge = rtl ? width - 96 : 96;
  context.font = '44px "Liberation Sans", "DejaVu Sans", sans-serif';
  context.fillText(kicker, edge, 140);
  context.fillRect(96, 176, width - 192, 4);
  let size = 112;
  const lines = () => words.split(' ').reduce((all, word) => {
    const longer = all.length ? `${all.at(-1)} ${word}` : word;
    return all.length && context.measureText(longer).width <= width - 192 ? [...all.slice(0, -1), longer] : [...all, word];
  }, []);
  do {
    context.font = `bold ${size}px "Liberation Sans", "DejaVu Sans", sans-serif`;
    size -= 4;
  } while (lines().length > 2 || lines().some((line) => context.measureText(line).width > width - 192));
  lines().forEach((line, at) => context.fillText(line, edge, 318 + at * (size + 12)));
  context.translate(rtl ? 96 : width - 96 - 120, height - 96 - 90);
  context.scale(5, 5);
  context.lineWidth = 2;
  context.lineCap = context.lineJoin = 'round';
  context.stroke(new Path2D('M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z'));
  context[/z$/.test(path) ? 'fill' : 'stroke'](new Path2D(path));
  const { data } = context.getImageData(0, 0, columns, rows);
  return Array.from({ length: columns * rows }, (_, at) => (data[at * 4] * (shades - 1) / 255 + 0.5) | 0).join('');
};

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

const png = (pixels, colour, title) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([2, 3], 8); // two bits a pixel, a palette
  const palette = Buffer.from(Array.from({ length: SHADES }, (_, shade) =>
    [16, 8, 0].map((shift) => { const part = colour >> shift & 255; return Math.round(part + (255 - part) * shade / (SHADES - 1)); })).flat());
  const rows = Array.from({ length: HEIGHT }, (_, y) => Buffer.from([0, ...pixels.slice(y * WIDTH, (y + 1) * WIDTH).match(/.{4}/g).map((four) => parseInt(four, 4))]));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('PLTE', palette),
    chunk('iTXt', Buffer.from(`Title\0\0\0\0\0${title}`)), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
};

const browser = await chromium.launch({ executablePath: process.env.QUOTECHECK_TEST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
rmSync(OUT, { recursive: true, force: true });
for (const file of readdirSync(new URL('labels/', RESOURCES))) {
  const language = file.replace('.properties', '');
  const labels = read(`labels/${file}`);
  const kicker = read(`pages/${file}`).get('checks');
  const ratings = [...labels].filter(([key]) => /^rating\./.test(key)).map(([key, words]) => [key.slice(7), words]);
  mkdirSync(new URL(`${language}/`, OUT), { recursive: true });
  for (const [tone, words] of [...ratings, ['retracted', labels.get('card.withdrawn')]]) {
    const pixels = await page.evaluate(paint, { words, kicker, path: glyph(tone), rtl: labels.get('dir') === 'rtl', columns: WIDTH, rows: HEIGHT, shades: SHADES });
    writeFileSync(new URL(`${language}/${tone}.png`, OUT), png(pixels, COLOURS[tone] ?? OTHER, words));
  }
}
await browser.close();
