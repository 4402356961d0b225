export {
  copyCheckpoints,
  placesIn,
  type CheckpointPlaces,
  type CopyTools,
} from "./copy-checkpoints";
