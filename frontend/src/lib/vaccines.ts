import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../api/client";
import { bodyOf } from "../api/errors";
import { keys } from "../api/keys";
import type { VaccineProduct } from "../api/types";

/** The vaccines to pick from; they change with a release at most. */
const vaccinesQuery = queryOptions({
  queryKey: keys.vaccines,
  queryFn: async () => (await bodyOf(api.GET("/api/medical-events/vaccines"))).items,
  staleTime: Infinity,
});

/** The vaccines to pick from, in the words of the person. */
export function useVaccines(): { vaccines: readonly VaccineProduct[]; isPending: boolean } {
  const { t } = useLingui();
  const { data, isPending } = useQuery(vaccinesQuery);
  const vaccines = (data ?? []).map((product) => {
    const name = vaccineNames[product.cvx];
    return {
      ...product,
      name: name === undefined ? product.name : t(name),
      diseases: product.diseases.map((disease) => {
        const words = diseaseNames[disease];
        return words === undefined ? disease : t(words);
      }),
    };
  });
  return { vaccines, isPending };
}

/** The names of shared/reference/vaccines/pick_list.csv, by their code. */
export const vaccineNames: Readonly<Record<string, MessageDescriptor>> = {
  "08": msg`Hepatitis B for babies and children`,
  "43": msg`Hepatitis B in adult strength`,
  "45": msg`Hepatitis B (product not known)`,
  "119": msg`Rotavirus drops – series of two`,
  "116": msg`Rotavirus drops – series of three`,
  "122": msg`Rotavirus drops (product not known)`,
  "20": msg`Three in one for young children (DTaP)`,
  "106": msg`Three in one for young children with five whooping cough components (DTaP)`,
  "107": msg`Three in one for young children (DTaP – product not known)`,
  "01": msg`Three in one with whole-cell whooping cough part (DTP)`,
  "28": msg`Diphtheria and tetanus for young children without whooping cough (DT)`,
  "115": msg`Three in one booster for older children and pregnancy (Tdap)`,
  "113": msg`Tetanus and diphtheria booster (Td – higher tetanus amount)`,
  "196": msg`Tetanus and diphtheria booster (Td)`,
  "139": msg`Tetanus and diphtheria booster (Td – product not known)`,
  "195": msg`Tetanus and diphtheria booster with polio (Td-IPV)`,
  "130": msg`Four in one with polio (DTaP-IPV four in one)`,
  "120": msg`Five in one with polio and Hib (US product)`,
  "170": msg`Five in one with polio and Hib (product from outside the US)`,
  "110": msg`Five in one with polio and hepatitis B`,
  "146": msg`Six in one (DTaP-IPV-Hib-HepB)`,
  "132": msg`Six in one (earlier product)`,
  "198": msg`Five in one with whole-cell whooping cough part (outside the US)`,
  "48": msg`Hib bound to tetanus protein`,
  "49": msg`Hib bound to meningococcal protein`,
  "17": msg`Hib (product not known)`,
  "10": msg`Polio injection (IPV)`,
  "324": msg`Polio injection in a fraction of the dose (fIPV)`,
  "178": msg`Polio drops with two types (outside the US)`,
  "89": msg`Polio (product not known)`,
  "133": msg`Pneumococcal conjugate with 13 types (PCV13)`,
  "215": msg`Pneumococcal conjugate with 15 types (PCV15)`,
  "216": msg`Pneumococcal conjugate with 20 types (PCV20)`,
  "177": msg`Pneumococcal conjugate with 10 types (outside the US)`,
  "152": msg`Pneumococcal conjugate (product not known)`,
  "33": msg`Pneumococcal polysaccharide with 23 types (PPSV23)`,
  "03": msg`Measles and mumps and rubella (MMR three in one)`,
  "94": msg`Measles and mumps and rubella with chickenpox (MMRV four in one)`,
  "04": msg`Measles and rubella without mumps`,
  "05": msg`Measles alone`,
  "21": msg`Chickenpox`,
  "83": msg`Hepatitis A for children – series of two`,
  "52": msg`Hepatitis A in adult strength`,
  "85": msg`Hepatitis A (product not known)`,
  "193": msg`Hepatitis A and B for children and adolescents (outside the US)`,
  "104": msg`Hepatitis A and B in adult strength`,
  "165": msg`Human papillomavirus with nine types`,
  "62": msg`Human papillomavirus with four types`,
  "118": msg`Human papillomavirus with two types`,
  "137": msg`Human papillomavirus (product not known)`,
  "136": msg`Meningococcal ACWY bound to CRM protein`,
  "203": msg`Meningococcal ACWY bound to tetanus protein`,
  "114": msg`Meningococcal ACWY bound to diphtheria protein`,
  "108": msg`Meningococcal ACWY (product not known)`,
  "103": msg`Meningococcal C`,
  "162": msg`Meningococcal B made of two proteins`,
  "163": msg`Meningococcal B with four components`,
  "164": msg`Meningococcal B (product not known)`,
  "316": msg`Meningococcal ABCWY five in one (tetanus protein)`,
  "328": msg`Meningococcal ABCWY five in one (CRM protein)`,
  "140": msg`Flu injection with three strains`,
  "141": msg`Flu injection with three strains from a multi-dose vial`,
  "153": msg`Flu injection with three strains grown without egg`,
  "111": msg`Flu nasal spray with three strains`,
  "333": msg`Flu nasal spray with three strains given at home`,
  "150": msg`Flu injection with four strains`,
  "149": msg`Flu nasal spray with four strains`,
  "88": msg`Flu (product not known)`,
  "308": msg`COVID-19 mRNA 3 µg for six months to four years`,
  "310": msg`COVID-19 mRNA 10 µg for five to eleven years`,
  "309": msg`COVID-19 mRNA 30 µg from twelve years`,
  "311": msg`COVID-19 mRNA 25 µg for six months to eleven years`,
  "312": msg`COVID-19 mRNA 50 µg from twelve years`,
  "313": msg`COVID-19 protein from twelve years`,
  "219": msg`COVID-19 mRNA 3 µg for young children (first version)`,
  "218": msg`COVID-19 mRNA 10 µg for school children (first version)`,
  "213": msg`COVID-19 (product not known)`,
  "306": msg`RSV antibody nirsevimab 0.5 ml (an antibody and no vaccine)`,
  "307": msg`RSV antibody nirsevimab 1 ml (an antibody and no vaccine)`,
  "332": msg`RSV antibody clesrovimab 0.7 ml (an antibody and no vaccine)`,
  "93": msg`RSV antibody palivizumab (an antibody and no vaccine)`,
  "19": msg`Tuberculosis (BCG)`,
  "25": msg`Typhoid capsules by mouth`,
  "101": msg`Typhoid injection (Vi)`,
  "190": msg`Typhoid conjugate injection (outside the US)`,
  "37": msg`Yellow fever`,
  "134": msg`Japanese encephalitis injection`,
  "223": msg`Tick-borne encephalitis for children`,
  "224": msg`Tick-borne encephalitis in adult strength`,
  "222": msg`Tick-borne encephalitis (product not known)`,
  "175": msg`Rabies grown in human cells`,
  "176": msg`Rabies grown in chick cells`,
  "90": msg`Rabies (product not known)`,
  "172": msg`Cholera drink with inactivated bacteria`,
  "174": msg`Cholera drink with live bacteria`,
  "56": msg`Dengue with four types`,
  "317": msg`Chikungunya (live)`,
  "206": msg`Mpox and smallpox (weakened virus)`,
};

export const diseaseNames: Readonly<Record<string, MessageDescriptor>> = {
  "Hepatitis B": msg`Hepatitis B`,
  Rotavirus: msg`Rotavirus`,
  Diphtheria: msg`Diphtheria`,
  Tetanus: msg`Tetanus`,
  "Whooping cough": msg`Whooping cough`,
  Polio: msg`Polio`,
  "Hib disease": msg`Hib disease`,
  "Pneumococcal disease": msg`Pneumococcal disease`,
  Measles: msg`Measles`,
  Mumps: msg`Mumps`,
  Rubella: msg`Rubella`,
  Chickenpox: msg`Chickenpox`,
  "Hepatitis A": msg`Hepatitis A`,
  "Human papillomavirus": msg`Human papillomavirus`,
  "Meningococcal disease ACWY": msg`Meningococcal disease ACWY`,
  "Meningococcal disease B": msg`Meningococcal disease B`,
  "Meningococcal disease C": msg`Meningococcal disease C`,
  Influenza: msg`Influenza`,
  "COVID-19": msg`COVID-19`,
  RSV: msg`RSV`,
  Tuberculosis: msg`Tuberculosis`,
  Typhoid: msg`Typhoid`,
  "Yellow fever": msg`Yellow fever`,
  "Japanese encephalitis": msg`Japanese encephalitis`,
  "Tick-borne encephalitis": msg`Tick-borne encephalitis`,
  Rabies: msg`Rabies`,
  Cholera: msg`Cholera`,
  Dengue: msg`Dengue`,
  Chikungunya: msg`Chikungunya`,
  Mpox: msg`Mpox`,
  Smallpox: msg`Smallpox`,
};
