// A drawing of the page as a picture that stands on its own: on paper colours, with its words.

const DRAWN = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
] as const;
const SCALE = 2;
const MARGIN = 24;
const LINE = 22;

interface Words {
  title: string;
  /** Small print below, a line each. */
  notes: readonly string[];
}

/** The drawing as a PNG, with a title above and small print below. */
export async function pictureOf(svg: SVGSVGElement, { title, notes }: Words): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const style = getComputedStyle(svg);
  const copy = withStyles(svg);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
    new XMLSerializer().serializeToString(copy),
  )}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + 3 * MARGIN + LINE * (1 + notes.length)) * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) {
    throw new Error("This browser draws no pictures.");
  }
  context.scale(SCALE, SCALE);
  context.fillStyle = style.getPropertyValue("--surface");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = style.getPropertyValue("--mantine-color-text");
  context.font = `700 18px ${style.fontFamily}`;
  context.fillText(title, MARGIN, MARGIN + 14);
  context.drawImage(image, MARGIN, MARGIN + LINE, width, height);
  context.fillStyle = style.getPropertyValue("--mantine-color-dimmed");
  context.font = `12px ${style.fontFamily}`;
  notes.forEach((note, nth) => {
    context.fillText(note, MARGIN, height + 2 * MARGIN + LINE * (nth + 1.5), width);
  });
  const png = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, "image/png");
  });
  if (png === null) {
    throw new Error("This browser draws no pictures.");
  }
  return png;
}

/** A copy that looks the same without the style sheets of the page. */
function withStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll<SVGElement>("*")].forEach((element, nth) => {
    const original = originals[nth];
    if (original !== undefined) {
      const computed = getComputedStyle(original);
      for (const name of DRAWN) {
        element.style.setProperty(name, computed.getPropertyValue(name));
      }
    }
  });
  return copy;
}
