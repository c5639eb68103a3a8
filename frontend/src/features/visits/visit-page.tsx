import { Button, Group, Skeleton, Stack, Text, Textarea, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { childQuery, useMayEdit } from "../../api/family";
import { keys } from "../../api/keys";
import type { Child, Visit } from "../../api/types";
import { googleCalendarUrl, icsOf } from "../../lib/calendar";
import { today } from "../../lib/dates";
import { detailsOnly } from "../../lib/details";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { ChevronLeftIcon, CalendarIcon, CloudOffIcon, PencilIcon } from "../../ui/icons";
import { Menu, menuItem } from "../../ui/menu";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import { DeleteVisit } from "./delete-visit";
import { isChangedMeanwhile } from "./edit-visit-page";
import { linkedQuery, refreshRecord, replaceVisit, visitQuery } from "./queries";
import { VisitBadge } from "./visit-list";
import classes from "./visit-page.module.css";
import { Found, Parts, Section } from "./visit-parts";
import { useVisitMoment, useVisitTitle, useVisitType, VisitTypeIcon } from "./words";

interface VisitPageProps {
  childId: string;
  visitId: string;
  paths: { visits: string; edit: string; growth: string };
  /** What stands below: files and history. */
  extras: (mayEdit: boolean) => ReactNode;
  onDeleted: () => void;
}

export function VisitPage({ childId, visitId, paths, extras, onDeleted }: VisitPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const child = useQuery(childQuery(childId));
  const visit = useQuery(visitQuery(childId, visitId));
  const linked = useQuery(linkedQuery(childId, visitId));
  const mayEdit = useMayEdit(visit.data?.family_id);
  const failed = visit.data === undefined ? visit.error : null;
  return (
    <Page title={t`Visit`} width="reading">
      <Link to={paths.visits} className={classes.back}>
        <ChevronLeftIcon />
        {child.data === undefined ? <Trans>Visits</Trans> : <VisitsOf child={child.data} />}
      </Link>
      {failed !== null ? (
        <State
          whole
          icon={<CloudOffIcon />}
          title={<Trans>The visit could not be loaded</Trans>}
          action={<RetryButton onRetry={() => void visit.refetch()} />}
        >
          {problem(failed)}
        </State>
      ) : visit.data === undefined ? (
        <Stack gap="lg" role="status" aria-label={t`Loading`} mt="md">
          <Skeleton height="var(--thumb)" width="60%" />
          <Skeleton height="var(--chart-height)" radius="lg" />
        </Stack>
      ) : (
        <Stack gap="lg">
          <Head visit={visit.data} child={child.data} editPath={mayEdit ? paths.edit : null} />
          <Outcome key={visit.data.rev} visit={visit.data} mayEdit={mayEdit} />
          <Parts visit={visit.data} />
          {linked.data !== undefined ? (
            <Found linked={linked.data} growthPath={paths.growth} />
          ) : (
            linked.isError && (
              <Notice tone="look" role="alert">
                {problem(linked.error)}
              </Notice>
            )
          )}
          {extras(mayEdit)}
          {mayEdit && linked.data !== undefined && (
            <DeleteVisit visit={visit.data} linked={linked.data} onDeleted={onDeleted} />
          )}
        </Stack>
      )}
    </Page>
  );
}

function VisitsOf({ child: { name } }: { child: Child }) {
  return <Trans>Visits of {name}</Trans>;
}

interface HeadProps {
  visit: Visit;
  child: Child | undefined;
  editPath: string | null;
}

function Head({ visit, child, editPath }: HeadProps) {
  const title = useVisitTitle();
  const type = useVisitType();
  const moment = useVisitMoment();
  const where = [visit.place, visit.doctor].filter((each) => each !== null).join(" · ");
  return (
    <header className={classes.head}>
      <div className={classes.who}>
        <span className={classes.icon}>
          <VisitTypeIcon type={visit.type} />
        </span>
        <div className={classes.words}>
          <Title order={1} className={classes.title}>
            {title(visit)}
          </Title>
          <Text c="dimmed">
            {moment(visit)}
            {visit.title !== null && ` · ${type(visit.type)}`}
          </Text>
          {where !== "" && <Text c="dimmed">{where}</Text>}
          <VisitBadge visit={visit} />
        </div>
      </div>
      <Group gap="sm">
        {editPath !== null && (
          <Button component={Link} to={editPath} variant="default" leftSection={<PencilIcon />}>
            <Trans>Change</Trans>
          </Button>
        )}
        <AddToCalendar visit={visit} child={child} />
      </Group>
    </header>
  );
}

function AddToCalendar({ visit, child }: { visit: Visit; child: Child | undefined }) {
  const { t } = useLingui();
  const title = useVisitTitle();
  const { time_zone } = usePreferences();
  if (visit.date < today(time_zone)) {
    return null;
  }
  const name = child?.name;
  const entry = {
    id: visit.id,
    title: name === undefined ? title(visit) : `${name}: ${title(visit)}`,
    date: visit.date,
    time: visit.time,
    place: visit.place,
    notes: visit.doctor,
  };
  return (
    <Menu
      label={t`Add to calendar`}
      button={
        <span className={classes.calendar}>
          <CalendarIcon />
          <Trans>Add to calendar</Trans>
        </span>
      }
    >
      <button
        type="button"
        className={menuItem}
        onClick={() => {
          const url = URL.createObjectURL(new Blob([icsOf(entry)], { type: "text/calendar" }));
          const link = document.createElement("a");
          link.href = url;
          link.download = "appointment.ics";
          link.click();
          URL.revokeObjectURL(url);
        }}
      >
        <Trans>Calendar file (.ics)</Trans>
      </button>
      <a
        className={menuItem}
        href={googleCalendarUrl(entry)}
        target="_blank"
        rel="noopener noreferrer"
      >
        <Trans>Google Calendar</Trans>
      </a>
    </Menu>
  );
}

/** What came out of a visit; a past one without it asks for it. */
function Outcome({ visit, mayEdit }: { visit: Visit; mayEdit: boolean }) {
  const { t } = useLingui();
  const id = useId();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const { time_zone } = usePreferences();
  const [text, setText] = useState("");
  const save = useMutation({
    mutationFn: (change: { outcome: string | null; done: boolean }) =>
      replaceVisit(visit, { ...detailsOnly(visit), ...change }),
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.visit(saved.child_id, saved.id), saved);
      return refreshRecord(queryClient, saved.child_id);
    },
    onError: (error) => {
      if (isChangedMeanwhile(error)) {
        void queryClient.invalidateQueries({ queryKey: keys.visit(visit.child_id, visit.id) });
      }
    },
  });
  if (visit.outcome !== null) {
    return (
      <Section title={t`Outcome`}>
        <p className={classes.text}>{visit.outcome}</p>
      </Section>
    );
  }
  if (!mayEdit || visit.done || visit.date > today(time_zone)) {
    return null;
  }
  return (
    <Card labelledBy={id} className={classes.ask}>
      <Stack gap="sm">
        <Title order={2} size="h3" id={id}>
          <Trans>What came out of it?</Trans>
        </Title>
        <Textarea
          aria-labelledby={id}
          placeholder={t`What the doctor said, and what is next`}
          rows={3}
          maxLength={5000}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        {save.isError && (
          <Notice tone="look" role="alert">
            {isChangedMeanwhile(save.error) ? (
              <Trans>
                Somebody changed this visit meanwhile. You see it as it is now; please save once
                more.
              </Trans>
            ) : (
              problem(save.error)
            )}
          </Notice>
        )}
        <Group gap="sm">
          <Button
            loading={save.isPending}
            disabled={text.trim() === ""}
            title={text.trim() === "" ? t`Type the outcome first` : undefined}
            onClick={() => {
              save.mutate({ outcome: text.trim(), done: visit.done });
            }}
          >
            <Trans>Add outcome</Trans>
          </Button>
          <Button
            variant="subtle"
            color="gray"
            disabled={save.isPending}
            onClick={() => {
              save.mutate({ outcome: null, done: true });
            }}
          >
            <Trans>Nothing to add</Trans>
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
