import { Button, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Job } from "../../api/types";
import { formatSize } from "../../lib/sizes";
import { Card } from "../../ui/card";
import { DropZone } from "../../ui/drop-zone";
import { Notice } from "../../ui/notice";
import { Sending } from "./chosen-file";
import type { useAct } from "./use-act";
import { useSend } from "./use-send";
import { useSendProblem } from "./words";

interface SendAgainProps {
  job: Job;
  act: ReturnType<typeof useAct>;
}

/** An import whose file has not arrived, because the page was closed or the network failed. */
export function SendAgain({ job, act }: SendAgainProps) {
  const { i18n } = useLingui();
  const problem = useSendProblem();
  const sending = useSend(job.family_id, () => undefined);
  const [other, setOther] = useState(false);
  const [name, setName] = useState("");
  const bytes = job.work === "import" ? job.size : 0;
  const size = formatSize(bytes, i18n.locale);
  return (
    <Card>
      <Stack gap="md">
        <Text>
          <Trans>The file has not arrived. Choose the same file once more ({size}).</Trans>
        </Text>
        {other && (
          <Notice tone="look" role="alert">
            <Trans>That is another file: its size differs.</Trans>
          </Notice>
        )}
        {sending.error !== null && (
          <Notice tone="look" role="alert">
            {problem(sending.error)}
          </Notice>
        )}
        {sending.isSending ? (
          <Sending share={sending.share} name={name} onCancel={sending.cancel} />
        ) : (
          <DropZone
            single
            accept=".zip,.csv,.tsv,.txt,application/zip,text/csv,text/plain"
            words={{
              button: <Trans>Choose the file</Trans>,
              hint: <Trans>Or drop it here.</Trans>,
            }}
            onFiles={([file]) => {
              const differs = file !== undefined && file.size !== bytes;
              setOther(differs);
              if (file !== undefined && !differs) {
                setName(file.name);
                sending.sendAgain({ job, file });
              }
            }}
          />
        )}
        <Button
          variant="subtle"
          color="gray"
          loading={act.isPending}
          onClick={() => {
            act.mutate({ act: "cancel" });
          }}
        >
          <Trans>Do not import it</Trans>
        </Button>
      </Stack>
    </Card>
  );
}
