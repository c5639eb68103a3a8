import { useClickOutside } from "@mantine/hooks";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import classes from "./menu.module.css";

interface MenuProps {
  label: string;
  button: ReactNode;
  children: ReactNode;
}

/** A button that unfolds a few links and buttons: a disclosure, so Tab and Escape do what they should. */
export function Menu({ label, button, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  const ref = useClickOutside<HTMLDivElement>(close);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && open) {
      close();
      ref.current?.querySelector("button")?.focus();
    }
  };
  return (
    // The keys and clicks of what is inside pass through here; the wrapper itself is no control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={ref} className={classes.menu} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={classes.button}
        aria-label={label}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {button}
      </button>
      {open && (
        // A choice closes the menu; the links and buttons inside carry the keyboard themselves.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div className={classes.panel} onClick={close}>
          {children}
        </div>
      )}
    </div>
  );
}

/** The look of a link or button inside a menu. */
export const menuItem = classes.item;
