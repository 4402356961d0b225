import { describe, expect, test } from "vitest";

import { splitArticle } from "~/domain/claim/split-article";

describe("what kind of statement it is", () => {
  test.each([
    ["The economy will grow by 3 percent in 2031.", "prediction"],
    ["Growth forecasts for the islands slipped to 2 percent from 3 percent.", "prediction"],
    ["The strikes have dented trust in the ferries.", "causal"],
    ["Slow trade was still stifling the port.", "causal"],
    ["The dust seems to disrupt the sleep of the birds.", "causal"],
    ["The price of coal has hit the mills.", "causal"],
    ["The noise had a negative effect on the birds.", "causal"],
    ["The rower may have then entered a hut near the weir.", "event"],
    ["The crew included two divers and a cook.", "status"],
    ["The boat had yet to be recovered.", "status"],
    ["The tonic has been described as a fake.", "status"],
    ["The miners came from the valley.", "status"],
    ["The reserves would fall to 2 million euros.", "prediction"],
    ["Drowning is the third biggest cause of death in the region.", "statistic"],
    ["The firm's market share is slipping.", "statistic"],
    ["Air defences intercepted six of the eight drones.", "statistic"],
    ["Some 316 residents died in the floods.", "statistic"],
    ["Half of the fall was accounted for by workers who gave up.", "causal"],
    ["The firm has launched a campaign against the tax.", "event"],
    ["The vote is to be held in November.", "event"],
    ["A decision is due on 3 April.", "event"],
    ["Three of the injured were in a serious condition.", "status"],
    ["The skin was so dry that it broke.", "status"],
    ["The parents of a nine-month-old child are on trial.", "status"],
    ["Voters were asked what the flag should mean.", "event"],
    ["The fall is a troubling sign for the region.", "opinion"],
    ["Visitors must wear a mask in all shops of the town.", "status"],
    ["Guests sitting outdoors will not need to show a pass.", "status"],
    ["The airlines would be fined 20,000 euros for each passenger.", "status"],
    ["The advisory was a political stunt.", "opinion"],
    ["Keeping the truce is no easy task.", "opinion"],
    ["A bill could be introduced as early as Thursday.", "prediction"],
    ["Sales in the parks climbed above pre-pandemic levels.", "statistic"],
    ["It is time to say goodbye to the old bridge.", "opinion"],
    ["The levy is closely linked to the price of bread.", "causal"],
    ["The last theatre of the town could go dark by the spring.", "prediction"],
    ["The mine had no licence for blasting.", "status"],
    ["The estate belonged to a family from Lund.", "status"],
    ["Repairs to the tower are continuing in the old town.", "event"],
    ["The reporters were kept away from the officials.", "event"],
    ["Gusts peaked at 140 kph on the coast.", "statistic"],
    ["The choir was founded in 1894 by dockers.", "event"],
    ["The search of the house was needless.", "opinion"],
    ["The ferry has been hugely popular with visitors.", "opinion"],
    ["The index of the port is up from 9.5 a year ago.", "statistic"],
    ["The strike is the longest on the coast in a decade.", "statistic"],
    ["Confidence in the towns tumbled in September.", "statistic"],
    ["The museum was fined 500,000 crowns by the county.", "event"],
    ["The county has approved a loan of 14 million crowns.", "event"],
    ["The quiz was designed to harvest the data of its players.", "status"],
    ["Ties between the two islands have soured.", "status"],
    ["The choir was the winner of the contest on Sunday.", "event"],
    ["The artist created a map of the old harbour.", "event"],
  ])("%s is of type %s", (sentence, type) => {
    const { claims } = splitArticle(`Council looks at figures\n\n${sentence}`);
    expect(claims.map((claim) => claim.type)).toContain(type);
  });

  test.each([
    ["a rank is no cause", "Drowning is the third biggest cause of death in the region.", "causal"],
    ["an age is no figure", "The parents of a nine-month-old child are on trial.", "statistic"],
    [
      "to push on is to cause nothing",
      "Mediators were pushing on Monday to end the strike.",
      "causal",
    ],
    ["a forest is no rank", "The forest has had no owner since the war.", "statistic"],
    ["a number of is no figure", "The firm has planned a number of meetings.", "statistic"],
  ])("%s", (_, sentence, type) => {
    const { claims } = splitArticle(`Council looks at figures\n\n${sentence}`);
    expect(claims.map((claim) => claim.type)).not.toContain(type);
  });
});
