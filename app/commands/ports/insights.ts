import type {
  AgreementTables,
  Balance,
  LongestStanding,
  RatingCount,
  Throughput,
  TimeInStage,
  Waiting,
} from "~/domain/statistics/insights";
import type { Period } from "~/domain/statistics/period";

/** Where time goes on the desk. Demonstrations are never counted. Ask `insights.read` first. */
export interface InsightStore {
  timeInStage(period: Period): Promise<TimeInStage[]>;
  /** The steps in which anything happened, in the length that `stepOf` gives them. */
  throughput(period: Period): Promise<Throughput[]>;
  /** What waits now, those with the most idle claims first. */
  waiting(idleDays: number): Promise<Waiting[]>;
  /** The claims under way that have stood longest where they are. */
  oldest(): Promise<LongestStanding[]>;
  verdicts(period: Period): Promise<RatingCount[]>;
  balance(period: Period): Promise<Balance[]>;
  agreement(period: Period): Promise<AgreementTables>;
}
