// Bundles the browser code into ../static/dist (not committed): names carry the hash of the content,
// manifest.json says which name is current, THIRD-PARTY.txt carries the licences of what is bundled.
import { createHash } from "node:crypto";
import { access, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const finished = join(root, "static/dist");
const out = join(root, "static/dist.new");

const features = "static/css/features";
const bundles = {
  "app.js": "static/js/app.js",
  "service-worker-pack.js": "service_worker/pack/hearing.js",
  "service-worker.js": "service_worker/main.js",
  "service-worker-off.js": "service_worker/off.js",
  "app.css": "static/css/app.css",
  "leaving.js": "static/js/leaving.js",
  "outbox.js": "static/js/outbox.js",
  "outbox_page.js": "static/js/outbox_page.js",
  "outbox_acts.js": "static/js/outbox_acts.js",
  "pack_page.js": "static/js/pack_page.js",
};
const imported = ["static/js/leaving.js", "static/js/outbox.js"];
for (const file of await readdir(join(root, features))) bundles[file] = `${features}/${file}`;
const copies = { "icons.svg": "static/icons.svg" };

const exists = (path) => access(join(root, path)).then(() => true, () => false);

async function present(files) {
  const found = {};
  for (const [name, path] of Object.entries(files)) {
    if (await exists(path)) found[name] = path;
    else console.error(`${path} is not there: built without it`);
  }
  return found;
}

function bundle(path) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: [path],
    entryNames: "[name]-[hash]",
    outdir: out,
    bundle: true,
    minify: true,
    metafile: true,
    target: ["chrome94", "firefox93", "safari15"],
    format: imported.includes(path) ? "esm" : "iife",
    legalComments: "none",
    nodePaths: [join(here, "node_modules")],
    external: ["/static/*"],
    define: { PACK: JSON.stringify(`/static/dist/${manifest["service-worker-pack.js"]}`) },
    loader: { ".svg": "file", ".woff2": "file" },
    logLevel: "warning",
  });
}

async function copy(path) {
  const content = await readFile(join(root, path));
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  const name = path.split("/").pop().replace(/(\.\w+)$/, `-${hash}$1`);
  await writeFile(join(out, name), content);
  return name;
}

// The server takes the smaller twin that a browser understands, so nothing is compressed again at each request.
async function compress(path) {
  const content = await readFile(path);
  await writeFile(`${path}.br`, brotliCompressSync(content));
  await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
}

async function licence(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const manifest = {};
const packages = new Set();
for (const [name, path] of Object.entries(await present(bundles))) {
  const { inputs, outputs } = (await bundle(path)).metafile;
  const made = Object.keys(outputs).find((file) => outputs[file].entryPoint && extname(file) === extname(name));
  manifest[name] = relative(out, join(root, made));
  for (const input of Object.keys(inputs)) {
    const match = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/);
    if (match) packages.add(match[1]);
  }
}
for (const [name, path] of Object.entries(await present(copies))) manifest[name] = await copy(path);

for (const name of Object.values(manifest)) await compress(join(out, name));
await writeFile(join(out, "THIRD-PARTY.txt"), (await Promise.all([...packages].sort().map(licence))).join("\n----\n\n"));
await writeFile(join(out, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
await rm(finished, { recursive: true, force: true });
await rename(out, finished);
