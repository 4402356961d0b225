import { z } from "zod";

import { channels, notificationKinds, type ChannelSettings } from "~/domain/notification/rules";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import type { Ports } from "./ports";

/** One way to be told for each kind; the fields of the settings form. */
export const channelsInput = z.record(z.enum(notificationKinds), z.enum(channels));

/** Sets how the person who asks is told of each kind from now on. */
export const setChannels = (
  { notifications }: Pick<Ports, "notifications">,
  settings: ChannelSettings,
): Promise<Result<null, Refusal>> => notifications.setChannels(settings);
