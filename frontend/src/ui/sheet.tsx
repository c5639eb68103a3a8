import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import classes from "./sheet.module.css";

interface SheetProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page: from below on a phone, from the side where there is room. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const { t } = useLingui();
  const wide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position={wide ? "right" : "bottom"}
      size={wide ? "var(--form-width)" : "auto"}
      transitionProps={{ duration: 0 }}
      // Not a class name of Drawer.Content, which stands on the box around it and would hide the page.
      classNames={{ content: wide ? classes.side : classes.bottom }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Not Drawer.Header: its <header> would be a second banner of the page. */}
        <div className={classes.head}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton className={classes.close} aria-label={t`Close`} />
        </div>
        <Drawer.Body className={classes.body}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
