// Draws icon.png and icon.ico from icon.svg. Run with Electron after changing the drawing: electron build/icons/draw.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

const here = (name) => new URL(name, import.meta.url);
const icoSizes = [256, 128, 64, 48, 32, 16];

/** Rasterises the drawing in a page's canvas, which keeps its corners transparent. */
async function draw(page, size) {
  const svg = readFileSync(here('icon.svg'), 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" `);
  const source = JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
  const url = await page.executeJavaScript(`(async () => {
    const image = new Image();
    image.src = ${source};
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/png');
  })()`);
  return Buffer.from(url.split(',')[1], 'base64');
}

/** An ICO file is a list of places and sizes, followed by the PNG images themselves. */
function ico(images) {
  const head = Buffer.from([0, 0, 1, 0, images.length, 0]);
  let offset = head.length + 16 * images.length;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // 256 does not fit into a byte and is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...images.map(({ png }) => png)]);
}

// Not awaited at the top level: Electron is not ready before its entry has loaded.
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,');
  writeFileSync(here('icon.png'), await draw(window.webContents, 512));
  const images = [];
  for (const size of icoSizes) images.push({ size, png: await draw(window.webContents, size) });
  writeFileSync(here('icon.ico'), ico(images));
  app.quit();
});
