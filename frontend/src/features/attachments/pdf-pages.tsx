import { Loader } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useIntersection } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import {
  getDocument,
  GlobalWorkerOptions,
  RenderingCancelledException,
  type PDFDocumentProxy,
} from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import classes from "./viewer.module.css";

GlobalWorkerOptions.workerSrc = workerUrl;

interface PdfPagesProps {
  url: string;
  zoom: number;
  onUnreadable: () => void;
}

/** A PDF, drawn page by page; no script in it runs, and nothing is compiled at run time. */
export function PdfPages({ url, zoom, onUnreadable }: PdfPagesProps) {
  const { t } = useLingui();
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const unreadable = useRef(onUnreadable);
  useEffect(() => {
    unreadable.current = onUnreadable;
  });
  useEffect(() => {
    const controller = new AbortController();
    const load = async () => {
      const response = await fetch(url, { signal: controller.signal });
      const data = await response.arrayBuffer();
      const loading = getDocument({ data, isEvalSupported: false, useWasm: false });
      controller.signal.addEventListener("abort", () => void loading.destroy());
      const loaded = await loading.promise;
      if (!controller.signal.aborted) {
        setDocument(loaded);
      }
    };
    load().catch(() => {
      if (!controller.signal.aborted) {
        unreadable.current();
      }
    });
    return () => {
      controller.abort();
    };
  }, [url]);
  if (document === null) {
    return (
      <div className={classes.waiting} role="status" aria-label={t`Loading`}>
        <Loader type="dots" />
      </div>
    );
  }
  return Array.from({ length: document.numPages }, (_, index) => (
    <PdfPage key={index} document={document} number={index + 1} zoom={zoom} />
  ));
}

interface PdfPageProps {
  document: PDFDocumentProxy;
  number: number;
  zoom: number;
}

// A page that was not drawn yet stands for an upright sheet of A4.
const SHEET = Math.SQRT2;

function PdfPage({ document, number, zoom }: PdfPageProps) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, entry } = useIntersection({ rootMargin: "400px" });
  const [seen, setSeen] = useState(false);
  if (entry?.isIntersecting === true && !seen) {
    setSeen(true);
  }
  useEffect(() => {
    const target = canvas.current;
    if (!seen || target === null) {
      return;
    }
    let task: { cancel: () => void } | null = null;
    let gone = false;
    const draw = async () => {
      const page = await document.getPage(number);
      if (gone) {
        return;
      }
      const width = target.clientWidth;
      const scale = width / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: scale * Math.min(2, window.devicePixelRatio) });
      target.width = Math.round(viewport.width);
      target.height = Math.round(viewport.height);
      const rendering = page.render({ canvas: target, viewport });
      task = rendering;
      await rendering.promise;
    };
    draw().catch((error: unknown) => {
      if (!(error instanceof RenderingCancelledException) && !gone) {
        throw error;
      }
    });
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [document, number, zoom, seen]);
  return (
    <div
      ref={ref}
      role="img"
      aria-label={t`Page ${number}`}
      className={classes.sheet}
      style={{ width: `${String(zoom * 100)}%` }}
    >
      <canvas ref={canvas} className={classes.page} width={100} height={Math.round(100 * SHEET)} />
    </div>
  );
}
