import { agentWith, type Access, type SignedInVisit } from "#identity";

const READ = "income.read";
const WRITE = "income.write";

/**
 * @rule Qui lit et écrit les quotients et les ressources
 *
 * Les adultes d'un foyer lisent et déclarent le quotient de leur foyer, jamais celui de l'autre foyer d'un enfant. Un
 * agent les lit ou les écrit s'il en a le droit partout : ce qu'une famille gagne n'appartient à aucun lieu. Chaque
 * lecture d'un dossier et chaque écriture sont dans le journal, sans le montant.
 */
export const incomeReader: Access<SignedInVisit> = everywhere(READ);

/** Enters, accepts, refuses and takes back. */
export const incomeWriter: Access<SignedInVisit> = everywhere(WRITE);

/** Says from when quotients count, and until when. */
export const settingWriter: Access<SignedInVisit> = agentWith("settings.write");

/** Whether an agent may read what families earn. */
export const mayReadIncome = (actor: SignedInVisit["actor"]): boolean =>
  actor.rights.get(READ) === "everywhere";

/** Whether an agent may write it. */
export const mayWriteIncome = (actor: SignedInVisit["actor"]): boolean =>
  actor.rights.get(WRITE) === "everywhere";

function everywhere(right: string): Access<SignedInVisit> {
  const somewhere = agentWith(right);
  return {
    name: `agent : ${right}, partout`,
    decide(visit) {
      const decision = somewhere.decide(visit);
      if (decision.kind !== "allowed") return decision;
      return decision.visit.actor.rights.get(right) === "everywhere" ? decision : { kind: "refused" };
    },
  };
}
