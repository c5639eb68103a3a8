import { Button, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState, type ChangeEvent, type ReactNode } from "react";
import classes from "./drop-zone.module.css";
import { CameraIcon, PaperclipIcon } from "./record-icons";

interface DropZoneProps {
  /** The types of file to choose from, as the `accept` of an input. */
  accept: string;
  onFiles: (files: readonly File[]) => void;
  /** What the button says, and the hint below it; else those for photos and documents. */
  words?: { button: ReactNode; hint: ReactNode };
  /** One file, and no camera. */
  single?: boolean;
}

/** Takes files by picking, by the camera, dropped, or pasted anywhere on the page. */
export function DropZone({ accept, onFiles, words, single = false }: DropZoneProps) {
  const { t } = useLingui();
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        take.current(files);
      }
    };
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("paste", onPaste);
    };
  }, []);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(currentTarget.files ?? [])]);
    // The same file may be chosen once more.
    currentTarget.value = "";
  };
  return (
    // Dropping is one way of several; the buttons inside carry the keyboard.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classes.zone}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.buttons}>
        <Button
          variant="light"
          leftSection={<PaperclipIcon />}
          onClick={() => picker.current?.click()}
        >
          {words?.button ?? <Trans>Add files</Trans>}
        </Button>
        {!single && (
          <Button
            variant="light"
            leftSection={<CameraIcon />}
            className={classes.camera}
            onClick={() => camera.current?.click()}
          >
            <Trans>Take a photo</Trans>
          </Button>
        )}
      </div>
      <Text size="sm" c="dimmed" className={classes.hint}>
        {words?.hint ?? <Trans>Or drop or paste photos and PDFs here.</Trans>}
      </Text>
      <input
        ref={picker}
        type="file"
        multiple={!single}
        hidden
        accept={accept}
        aria-label={t`Files`}
        onChange={onChange}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={t`Photo from the camera`}
        onChange={onChange}
      />
    </div>
  );
}
