import { Button, Group, Input, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState, type PointerEvent } from "react";
import { childQuery, useMayEdit } from "../../api/family";
import { ApiError } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Child } from "../../api/types";
import { ChildAvatar } from "../../ui/child-avatar";
import { CameraIcon } from "../../ui/record-icons";
import { Notice } from "../../ui/notice";
import { Sheet } from "../../ui/sheet";
import { removePicture, setPicture } from "./avatar-queries";
import classes from "./avatar-editor.module.css";
import { jpegOf } from "./prepare";
import { useFileProblem } from "./words";

/** The picture of a child, and how to choose another one. */
export function AvatarEditor({ childId }: { childId: string }) {
  const child = useQuery(childQuery(childId)).data;
  const mayEdit = useMayEdit(child?.family_id);
  return child !== undefined && mayEdit ? <Editor child={child} /> : null;
}

function Editor({ child }: { child: Child }) {
  const { t } = useLingui();
  const problem = useFileProblem();
  const queryClient = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [image, setImage] = useState<ImageBitmap | null>(null);
  const [unreadable, setUnreadable] = useState<ApiError | null>(null);
  const save = useMutation({
    mutationFn: (picture: Blob) => setPicture(child.id, picture),
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.child(child.id), saved);
      void queryClient.invalidateQueries({ queryKey: keys.home(child.family_id) });
      setImage(null);
    },
  });
  const remove = useMutation({
    mutationFn: () => removePicture(child.id),
    onSuccess: () => {
      queryClient.setQueryData(keys.child(child.id), { ...child, avatar: null });
      void queryClient.invalidateQueries({ queryKey: keys.home(child.family_id) });
    },
  });
  const choose = async (file: File) => {
    setUnreadable(null);
    save.reset();
    try {
      setImage(await createImageBitmap(file));
    } catch {
      setUnreadable(new ApiError(0, "unreadable_image", ""));
    }
  };
  const failed = unreadable ?? remove.error;
  return (
    <Stack gap="sm" className={classes.editor}>
      <Group gap="md">
        <ChildAvatar id={child.id} name={child.name} size="lg" />
        <Button
          variant="light"
          leftSection={<CameraIcon />}
          onClick={() => picker.current?.click()}
        >
          {child.avatar === null ? <Trans>Add a picture</Trans> : <Trans>Change picture</Trans>}
        </Button>
        {child.avatar !== null && (
          <Button
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={() => {
              remove.mutate();
            }}
          >
            <Trans>Remove picture</Trans>
          </Button>
        )}
      </Group>
      {failed !== null && (
        <Notice tone="look" role="alert">
          {problem(failed)}
        </Notice>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        accept="image/*"
        aria-label={t`Picture of the child`}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = "";
          if (file) {
            void choose(file);
          }
        }}
      />
      {image !== null && (
        <Sheet
          title={<Trans>Crop the picture</Trans>}
          onClose={() => {
            setImage(null);
          }}
        >
          <Cropper
            image={image}
            saving={save.isPending}
            onCropped={(picture) => {
              save.mutate(picture);
            }}
          />
          {save.isError && (
            <Notice tone="look" role="alert">
              {problem(save.error)}
            </Notice>
          )}
        </Sheet>
      )}
    </Stack>
  );
}

/** The sides of a picture of a child, in pixels. */
const SIDE = 512;

interface CropperProps {
  image: ImageBitmap;
  saving: boolean;
  onCropped: (picture: Blob) => void;
}

/** A square of an image, moved by dragging or by sliders. */
function Cropper({ image, saving, onCropped }: CropperProps) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [zoom, setZoom] = useState(100);
  // Where the square lies in what is left over of the image, in per cent.
  const [across, setAcross] = useState(50);
  const [down, setDown] = useState(50);
  const side = (Math.min(image.width, image.height) * 100) / zoom;
  const left = ((image.width - side) * across) / 100;
  const top = ((image.height - side) * down) / 100;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) {
      context.fillStyle = "white";
      context.fillRect(0, 0, SIDE, SIDE);
      context.drawImage(image, left, top, side, side, 0, 0, SIDE, SIDE);
    }
  }, [image, left, top, side]);
  const drag = ({ buttons, movementX, movementY, currentTarget }: PointerEvent) => {
    if (buttons !== 1) {
      return;
    }
    const perPixel = (side / currentTarget.clientWidth) * 100;
    const moved = (value: number, movement: number, room: number) =>
      room <= 0 ? value : Math.min(100, Math.max(0, value - (movement * perPixel) / room));
    setAcross(moved(across, movementX, image.width - side));
    setDown(moved(down, movementY, image.height - side));
  };
  return (
    <Stack gap="md">
      <div role="img" aria-label={t`How the picture will look`} className={classes.frame}>
        <canvas
          ref={canvas}
          width={SIDE}
          height={SIDE}
          className={classes.crop}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={drag}
        />
      </div>
      <Slider label={t`Zoom`} least={100} most={400} value={zoom} onChange={setZoom} />
      <Slider label={t`To the side`} least={0} most={100} value={across} onChange={setAcross} />
      <Slider label={t`Up and down`} least={0} most={100} value={down} onChange={setDown} />
      <Button
        fullWidth
        loading={saving}
        onClick={() => {
          if (canvas.current !== null) {
            void jpegOf(canvas.current).then((picture) => {
              if (picture !== null) {
                onCropped(picture);
              }
            });
          }
        }}
      >
        <Trans>Use this picture</Trans>
      </Button>
    </Stack>
  );
}

interface SliderProps {
  label: string;
  least: number;
  most: number;
  value: number;
  onChange: (value: number) => void;
}

function Slider({ label, least, most, value, onChange }: SliderProps) {
  const id = useId();
  return (
    <div>
      <Input.Label htmlFor={id}>{label}</Input.Label>
      <input
        id={id}
        type="range"
        className={classes.slider}
        min={least}
        max={most}
        value={Math.round(value)}
        onChange={({ currentTarget }) => {
          onChange(Number(currentTarget.value));
        }}
      />
    </div>
  );
}
