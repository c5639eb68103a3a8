import { useMantineColorScheme } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, Outlet } from "react-router";
import { useAccount } from "../api/account";
import { signOut } from "../api/session";
import { useProblemSentence } from "../lib/problems";
import { ChildAvatar } from "../ui/child-avatar";
import { Frame } from "../ui/frame";
import { HomeIcon, SettingsIcon, SignOutIcon, ThermometerIcon } from "../ui/icons";
import { Logo } from "../ui/logo";
import { Menu, menuItem } from "../ui/menu";
import { Notice } from "../ui/notice";
import { FamilySwitcher } from "./family-switcher";
import { paths } from "./paths";
import { QuickAddButton, usePlace } from "./quick-add-button";
import classes from "./signed-in.module.css";

/** The frame of every page behind the sign-in. */
export function Component() {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const { id, name, preferences } = useAccount();
  const { setColorScheme } = useMantineColorScheme();
  const leave = useMutation({ mutationFn: signOut });
  const { theme } = preferences;
  const { familyId, childId } = usePlace();
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
        <>
          <FamilySwitcher familyId={familyId} />
          <Menu label={t`Menu of ${name}`} button={<ChildAvatar id={id} name={name} size="sm" />}>
            <div className={classes.name}>{name}</div>
            <Link to={paths.start} className={menuItem}>
              <HomeIcon />
              <Trans>Home</Trans>
            </Link>
            {familyId !== null && (
              <Link to={paths.illnesses(familyId)} className={menuItem}>
                <ThermometerIcon />
                <Trans>Illnesses</Trans>
              </Link>
            )}
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
        </>
      }
    >
      {leave.isError && (
        <Notice tone="look" role="alert">
          {problem(leave.error)}
        </Notice>
      )}
      <Outlet />
      {familyId !== null && <QuickAddButton familyId={familyId} childId={childId} />}
    </Frame>
  );
}
