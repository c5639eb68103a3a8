import { useMantineColorScheme } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { Link, Outlet } from "react-router";
import { useAccount } from "../api/account";
import { signOut } from "../api/session";
import { useProblemSentence } from "../lib/problems";
import { ChildPicture } from "../features/attachments/child-picture";
import { ChildAvatar, ChildPictures } from "../ui/child-avatar";
import { Frame } from "../ui/frame";
import { CalendarIcon, HomeIcon, SettingsIcon, SignOutIcon } from "../ui/icons";
import { Logo } from "../ui/logo";
import { Menu, menuItem } from "../ui/menu";
import { Notice } from "../ui/notice";
import { paths } from "./paths";
import classes from "./signed-in.module.css";

function childPicture(childId: string, initial: ReactNode): ReactNode {
  return <ChildPicture childId={childId} initial={initial} />;
}

/** The frame of every page behind the sign-in. */
export function Component() {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const { id, name, preferences } = useAccount();
  const { setColorScheme } = useMantineColorScheme();
  const leave = useMutation({ mutationFn: signOut });
  const { theme } = preferences;
  useEffect(() => {
    // The choice of the account reaches this device.
    setColorScheme(theme === "system" ? "auto" : theme);
  }, [theme, setColorScheme]);
  return (
    <Frame
      home={
        <Link to={paths.start} className={classes.home} aria-label={t`Trajectory, to the start`}>
          <Logo />
        </Link>
      }
      menu={
        <Menu label={t`Menu of ${name}`} button={<ChildAvatar id={id} name={name} size="sm" />}>
          <div className={classes.name}>{name}</div>
          <Link to={paths.start} className={menuItem}>
            <HomeIcon />
            <Trans>Home</Trans>
          </Link>
          <Link to={paths.visits} className={menuItem}>
            <CalendarIcon />
            <Trans>Visits</Trans>
          </Link>
          <Link to={paths.settings} className={menuItem}>
            <SettingsIcon />
            <Trans>Settings</Trans>
          </Link>
          <button
            type="button"
            className={menuItem}
            onClick={() => {
              leave.mutate();
            }}
          >
            <SignOutIcon />
            <Trans>Sign out</Trans>
          </button>
        </Menu>
      }
    >
      {leave.isError && (
        <Notice tone="look" role="alert">
          {problem(leave.error)}
        </Notice>
      )}
      <ChildPictures value={childPicture}>
        <Outlet />
      </ChildPictures>
    </Frame>
  );
}
