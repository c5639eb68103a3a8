import { Button, Drawer, Loader } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Attachment } from "../../api/types";
import { ChevronLeftIcon, ChevronRightIcon, CloudOffIcon, PlusIcon } from "../../ui/icons";
import { FileIcon, MinusIcon } from "../../ui/record-icons";
import { RetryButton, State } from "../../ui/state";
import { fileQuery } from "./queries";
import classes from "./viewer.module.css";
import { useFileProblem } from "./words";

// The drawing of PDFs is large, and comes only when one is opened.
const PdfPages = lazy(() => import("./pdf-pages").then((module) => ({ default: module.PdfPages })));

interface ViewerProps {
  attachments: readonly Attachment[];
  /** The id of the one that is shown. */
  open: string;
  onOpen: (id: string) => void;
  onClose: () => void;
}

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** A file over the whole page, with its neighbours one step away. */
export function Viewer({ attachments, open, onOpen, onClose }: ViewerProps) {
  const { t } = useLingui();
  const [zoom, setZoom] = useState(0);
  const index = attachments.findIndex(({ id }) => id === open);
  const shown = attachments[index];
  const step = (by: number) => {
    const next = attachments[index + by];
    if (next !== undefined) {
      setZoom(0);
      onOpen(next.id);
    }
  };
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="bottom"
      size="100%"
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? "", body: classes.body ?? "" }}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
          step(event.key === "ArrowRight" ? 1 : -1);
        }
      }}
    >
      <Drawer.Content>
        <div className={classes.bar}>
          <Drawer.Title className={classes.title}>{shown?.title}</Drawer.Title>
          <div className={classes.tools}>
            <Tool
              label={t`Smaller`}
              disabled={zoom === 0}
              onClick={() => {
                setZoom(zoom - 1);
              }}
              icon={<MinusIcon />}
            />
            <Tool
              label={t`Larger`}
              disabled={zoom === ZOOMS.length - 1}
              onClick={() => {
                setZoom(zoom + 1);
              }}
              icon={<PlusIcon />}
            />
            {attachments.length > 1 && (
              <>
                <Tool
                  label={t`Previous file`}
                  disabled={index <= 0}
                  onClick={() => {
                    step(-1);
                  }}
                  icon={<ChevronLeftIcon />}
                />
                <Tool
                  label={t`Next file`}
                  disabled={index === attachments.length - 1}
                  onClick={() => {
                    step(1);
                  }}
                  icon={<ChevronRightIcon />}
                />
              </>
            )}
            <Drawer.CloseButton className={classes.close} aria-label={t`Close`} />
          </div>
        </div>
        <Drawer.Body>
          {shown && <FileView key={shown.id} attachment={shown} zoom={ZOOMS[zoom] ?? 1} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

interface ToolProps {
  label: string;
  disabled: boolean;
  onClick: () => void;
  icon: React.ReactNode;
}

function Tool({ label, disabled, onClick, icon }: ToolProps) {
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}

function FileView({ attachment, zoom }: { attachment: Attachment; zoom: number }) {
  const { t } = useLingui();
  const problem = useFileProblem();
  const [unreadable, setUnreadable] = useState(false);
  const file = useQuery(fileQuery(attachment));
  const { title } = attachment;
  if (file.isError && file.data === undefined) {
    return (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The file could not be loaded</Trans>}
        action={<RetryButton onRetry={() => void file.refetch()} />}
      >
        {problem(file.error)}
      </State>
    );
  }
  if (file.data === undefined) {
    return <Waiting />;
  }
  if (unreadable) {
    return (
      <State
        icon={<FileIcon />}
        title={<Trans>This browser cannot show the file</Trans>}
        action={
          <Button component="a" href={file.data.url} target="_blank" rel="noopener noreferrer">
            <Trans>Open the file itself</Trans>
          </Button>
        }
      >
        <Trans>It is kept as it was added.</Trans>
      </State>
    );
  }
  const onUnreadable = () => {
    setUnreadable(true);
  };
  return (
    // A large picture is moved with the arrow keys as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.stage} tabIndex={0} role="region" aria-label={t`Preview of ${title}`}>
      {attachment.content_type === "application/pdf" ? (
        <Suspense fallback={<Waiting />}>
          <PdfPages url={file.data.url} zoom={zoom} onUnreadable={onUnreadable} />
        </Suspense>
      ) : (
        <img
          className={classes.image}
          data-zoomed={zoom > 1}
          style={{ width: zoom > 1 ? `${String(zoom * 100)}%` : undefined }}
          src={file.data.url}
          alt={title}
          onError={onUnreadable}
        />
      )}
    </div>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <div className={classes.waiting} role="status" aria-label={t`Loading`}>
      <Loader type="dots" />
    </div>
  );
}
