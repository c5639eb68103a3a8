import { Button, Skeleton, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { VaccineProduct } from "../../api/types";
import { useVaccines } from "../../lib/vaccines";
import classes from "./vaccine-picker.module.css";

/** What is known of the product: one of the list, or a name of the family's own. */
export interface Product {
  name: string;
  cvx: string | null;
  diseases: string[];
}

interface VaccinePickerProps {
  value: Product;
  onChange: (product: Product) => void;
  /** What is typed to search; saved as the name where nothing is picked. */
  text: string;
  onText: (text: string) => void;
  error: string | undefined;
}

export function VaccinePicker({ value, onChange, text, onText, error }: VaccinePickerProps) {
  const { t } = useLingui();
  const { vaccines, isPending } = useVaccines();
  if (value.name !== "") {
    return (
      <div className={classes.chosen}>
        <span>
          <Text component="span" fw={600} display="block">
            {value.name}
          </Text>
          <Text component="span" size="sm">
            {value.diseases.join(", ")}
          </Text>
        </span>
        <Button
          variant="default"
          onClick={() => {
            onChange({ name: "", cvx: null, diseases: [] });
          }}
        >
          <Trans>Choose another</Trans>
        </Button>
      </div>
    );
  }
  const wanted = text.trim().toLocaleLowerCase();
  const found = vaccines.filter((product) => fits(product, wanted));
  const ownName = text.trim();
  return (
    <div>
      <TextInput
        label={t`Which vaccine?`}
        description={t`Search by its name or by a disease.`}
        type="search"
        autoComplete="off"
        maxLength={200}
        value={text}
        error={error}
        onChange={({ currentTarget }) => {
          onText(currentTarget.value);
        }}
      />
      {isPending ? (
        <Skeleton height="var(--chart-height)" mt="xs" />
      ) : (
        <ul className={classes.list} aria-label={t`Vaccines`}>
          {found.map((product) => (
            <li key={product.cvx}>
              <button
                type="button"
                className={classes.product}
                onClick={() => {
                  const { name, cvx, diseases } = product;
                  onChange({ name, cvx, diseases });
                }}
              >
                <span className={classes.name}>{product.name}</span>
                <span className={classes.diseases}>{product.diseases.join(", ")}</span>
              </button>
            </li>
          ))}
          {ownName !== "" && (
            <li>
              <button
                type="button"
                className={classes.product}
                onClick={() => {
                  onChange({ name: ownName, cvx: null, diseases: [] });
                }}
              >
                <span className={classes.name}>
                  <Trans>Use “{ownName}”</Trans>
                </span>
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function fits({ name, diseases }: VaccineProduct, wanted: string): boolean {
  return [name, ...diseases].some((word) => word.toLocaleLowerCase().includes(wanted));
}

/** The product of the list that is called so, or one of the family's own. */
export function productNamed(text: string, products: readonly VaccineProduct[]): Product {
  const name = text.trim();
  const known = products.find(
    (product) => product.name.toLocaleLowerCase() === name.toLocaleLowerCase(),
  );
  return known === undefined
    ? { name, cvx: null, diseases: [] }
    : { name: known.name, cvx: known.cvx, diseases: known.diseases };
}
