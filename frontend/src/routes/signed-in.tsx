import { useMantineColorScheme } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { Link, Outlet, useNavigate } from "react-router";
import { useAccount } from "../api/account";
import { useLiveFamily } from "../api/changes";
import { useConnected } from "../api/connection";
import { useAppUpdate } from "../lib/app-update";
import { speak } from "../lib/i18n";
import { useProblemSentence } from "../lib/problems";
import { ChildPicture } from "../features/attachments/child-picture";
import { ChildAvatar, ChildPictures } from "../ui/child-avatar";
import { Frame } from "../ui/frame";
import {
  CalendarIcon,
  HomeIcon,
  PeopleIcon,
  SearchIcon,
  SettingsIcon,
  ShieldIcon,
  SignOutIcon,
  ThermometerIcon,
  TrashIcon,
} from "../ui/icons";
import { Logo } from "../ui/logo";
import { Menu, menuItem } from "../ui/menu";
import { Notice } from "../ui/notice";
import { OfflineBanner } from "../ui/offline-banner";
import { UpdateBanner } from "../ui/update-banner";
import { FamilySwitcher } from "./family-switcher";
import { paths } from "./paths";
import { QuickAddButton, usePlace } from "./quick-add-button";
import classes from "./signed-in.module.css";
import { useFamilyInAddress } from "./use-family-in-address";
import { useKeys } from "./use-keys";
import { useSignOut } from "./use-sign-out";

const HelpDialog = lazy(() =>
  import("./help-dialog").then(({ HelpDialog }) => ({ default: HelpDialog })),
);

function childPicture(childId: string, initial: ReactNode): ReactNode {
  return <ChildPicture childId={childId} initial={initial} />;
}

/** The frame of every page behind the sign-in. */
export function Component() {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const { id, name, preferences, role } = useAccount();
  const ofFamily = useFamilyInAddress();
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  useKeys({
    "/": () => void navigate(paths.search + ofFamily),
    "?": () => {
      setHelp(true);
    },
  });
  const { setColorScheme } = useMantineColorScheme();
  const leave = useSignOut();
  const { theme, language } = preferences;
  const { familyId, childId } = usePlace();
  useLiveFamily(familyId);
  const connected = useConnected();
  const update = useAppUpdate();
  useEffect(() => {
    // The choice of the account reaches this device.
    setColorScheme(theme === "system" ? "auto" : theme);
  }, [theme, setColorScheme]);
  useEffect(() => {
    void speak(language);
  }, [language]);
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
            <Link to={paths.visits} className={menuItem}>
              <CalendarIcon />
              <Trans>Visits</Trans>
            </Link>
            {familyId !== null && (
              <Link to={paths.illnesses(familyId)} className={menuItem}>
                <ThermometerIcon />
                <Trans>Illnesses</Trans>
              </Link>
            )}
            <Link to={paths.search + ofFamily} className={menuItem}>
              <SearchIcon />
              <Trans>Search</Trans>
            </Link>
            <Link to={paths.family + ofFamily} className={menuItem}>
              <PeopleIcon />
              <Trans>Family</Trans>
            </Link>
            <Link to={paths.trash + ofFamily} className={menuItem}>
              <TrashIcon />
              <Trans>Trash</Trans>
            </Link>
            {role === "admin" && (
              <Link to={paths.admin} className={menuItem}>
                <ShieldIcon />
                <Trans>Admin</Trans>
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
                leave.signOut();
              }}
            >
              <SignOutIcon />
              <Trans>Sign out</Trans>
            </button>
          </Menu>
        </>
      }
    >
      {leave.dialog}
      {!connected && <OfflineBanner />}
      {update !== null && <UpdateBanner onReload={update} />}
      {leave.error !== null && (
        <Notice tone="look" role="alert">
          {problem(leave.error)}
        </Notice>
      )}
      <ChildPictures value={childPicture}>
        <Outlet />
      </ChildPictures>
      {help && (
        <Suspense>
          <HelpDialog
            onClose={() => {
              setHelp(false);
            }}
          />
        </Suspense>
      )}
      {familyId !== null && <QuickAddButton familyId={familyId} childId={childId} />}
    </Frame>
  );
}
