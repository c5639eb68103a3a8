import { SettingsPage } from "../features/settings/settings-page";
import { paths } from "./paths";

export function Component() {
  return (
    <SettingsPage
      familyPath={(familyId) => `${paths.family}?family=${familyId}`}
      exportPath={paths.exports}
      importPath={paths.imports}
    />
  );
}
