import type { ReactNode } from "react";
import classes from "./icons.module.css";

// The kinds of records and of what is done with files; like all icons they repeat the text beside them.
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className={classes.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function StethoscopeIcon() {
  return (
    <Icon>
      <path d="M6 4H4.5v5a4.5 4.5 0 0 0 9 0V4H12M9 13.5V16a4.5 4.5 0 0 0 9 0v-2" />
      <circle cx="18" cy="11.5" r="2" />
    </Icon>
  );
}

export function ThermometerIcon() {
  return (
    <Icon>
      <path d="M14 14.2V5.5a2 2 0 1 0-4 0v8.7a4 4 0 1 0 4 0zM12 9v8" />
    </Icon>
  );
}

export function BandageIcon() {
  return (
    <Icon>
      <rect x="2.5" y="8.5" width="19" height="7" rx="3.5" transform="rotate(-45 12 12)" />
      <path d="M12 10v.01M14 12v.01M10 12v.01M12 14v.01" />
    </Icon>
  );
}

export function EyeIcon() {
  return (
    <Icon>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </Icon>
  );
}

export function ToothIcon() {
  return (
    <Icon>
      <path d="M8 4c-2.6 0-4 1.8-4 4.3 0 3.4 1.7 4.4 2 7.2.2 2 .5 4.5 2 4.5 2 0 1.4-5 4-5s2 5 4 5c1.5 0 1.8-2.5 2-4.5.3-2.8 2-3.8 2-7.200C20 5.8 18.6 4 16 4c-1.7 0-2.6.8-4 .8S9.7 4 8 4z" />
    </Icon>
  );
}

export function SpecialistIcon() {
  return (
    <Icon>
      <path d="M3.5 12h4l2.2-5.5 4 11 2.3-5.500h4.5" />
    </Icon>
  );
}

export function SyringeIcon() {
  return (
    <Icon>
      <path d="m17 3 4 4M19 5l-3 3M13 5l6 6-8.5 8.500H7V16zM7 17l-4 4M11.5 9.500l2 2M9 12l2 2" />
    </Icon>
  );
}

export function RulerIcon() {
  return (
    <Icon>
      <rect x="1.5" y="8" width="21" height="8" rx="2" transform="rotate(-45 12 12)" />
      <path d="m9 10 1.5 1.500M12 7l2 2M6.5 13l1.5 1.5" />
    </Icon>
  );
}

export function PillIcon() {
  return (
    <Icon>
      <rect x="2.5" y="8" width="19" height="8" rx="4" transform="rotate(-45 12 12)" />
      <path d="m9.2 9.2 5.6 5.6" />
    </Icon>
  );
}

export function PaperclipIcon() {
  return (
    <Icon>
      <path d="m20 11-8.5 8.500a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.700l-8.3 8.200a1.7 1.7 0 0 1-2.4-2.300l7.5-7.5" />
    </Icon>
  );
}

export function CameraIcon() {
  return (
    <Icon>
      <path d="M4.5 8h3L9 5.500h6L16.5 8h3A1.5 1.5 0 0 1 21 9.500v8a1.5 1.5 0 0 1-1.5 1.500h-15A1.5 1.5 0 0 1 3 17.500v-8A1.5 1.5 0 0 1 4.5 8z" />
      <circle cx="12" cy="13" r="3.3" />
    </Icon>
  );
}

export function FileIcon() {
  return (
    <Icon>
      <path d="M13.5 3.500h-6A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.500h9A1.5 1.5 0 0 0 18 19V8zM13.5 3.500V8H18M9 12.500h6M9 16h4" />
    </Icon>
  );
}

export function FindIcon() {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </Icon>
  );
}

export function MinusIcon() {
  return (
    <Icon>
      <path d="M5 12h14" />
    </Icon>
  );
}

export function ClockIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </Icon>
  );
}
