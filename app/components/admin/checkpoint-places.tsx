import { Badge } from "~/components/ui/badge";
import { DefinitionList } from "~/components/ui/definition-list";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { checkpointPlaceWords, type PlaceStanding } from "~/domain/log/checkpoint-place";

export interface CheckpointPlacesProps {
  places: readonly (PlaceStanding & { isBehind: boolean })[];
}

/** How far the copies of the public log's checkpoints outside are. */
export function CheckpointPlaces({ places }: CheckpointPlacesProps) {
  return (
    <Section title="Checkpoints outside">
      {places.length === 0 ? (
        <p className="max-w-prose">
          Checkpoints of the public log are copied nowhere. Whoever runs this desk can name a
          directory, a git repository, a webhook or a timestamping authority in its settings.
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {places.map((place) => (
            <li key={place.place} className="flex flex-col gap-2 py-3">
              <h3 className="flex flex-wrap items-center gap-2 font-semibold">
                {checkpointPlaceWords[place.place]}
                {place.isBehind ? <Badge tone="danger">Behind</Badge> : null}
              </h3>
              <DefinitionList
                items={[
                  {
                    term: "There",
                    value:
                      place.size === null || place.keptAt === null ? (
                        "Nothing yet"
                      ) : (
                        <>
                          Up to {place.size} entries, <Time iso={place.keptAt} />
                        </>
                      ),
                  },
                  {
                    term: "Waiting",
                    value:
                      place.since === null ? null : (
                        <>
                          {place.waiting}, since <Time iso={place.since} />
                        </>
                      ),
                  },
                  {
                    term: "The last try",
                    value:
                      place.failure === null ? null : (
                        <span className="wrap-anywhere">{place.failure}</span>
                      ),
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
