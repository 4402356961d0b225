import {
  BookOpenText,
  Check,
  CircleCheckBig,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Contrast,
  Eye,
  FilePenLine,
  Gavel,
  Globe,
  GraduationCap,
  Info,
  Landmark,
  Megaphone,
  Newspaper,
  PenLine,
  Ruler,
  ShieldCheck,
  ThumbsDown,
  ThumbsUp,
  TriangleAlert,
  Trash2,
  Undo2,
  X,
  type LucideIcon,
} from "lucide-react";

import type { SourceType, Stance } from "~/domain/evidence/evidence";
import type { ClaimState } from "~/domain/review/workflow";
import type { Rating } from "~/domain/verdict/rating";

/** Each differs in shape, so that they can be told apart without colour. */
export const ratingIcon: Record<Rating, LucideIcon> = {
  true: CircleCheckBig,
  mostly_true: Check,
  half_true: Contrast,
  misleading: TriangleAlert,
  mostly_false: X,
  false: CircleX,
  unproven: CircleQuestionMark,
};

export const stanceIcon: Record<Stance, LucideIcon> = {
  supports: ThumbsUp,
  refutes: ThumbsDown,
  context: Info,
};

export const sourceTypeIcon: Record<SourceType, LucideIcon> = {
  primary: Landmark,
  secondary: Newspaper,
  interested_party: Megaphone,
  expert: GraduationCap,
  own_measurement: Ruler,
};

export const stateIcon: Record<ClaimState, LucideIcon> = {
  proposed: CircleDashed,
  dismissed: Trash2,
  open: BookOpenText,
  in_review: PenLine,
  second_review: Eye,
  disputed: Gavel,
  approved: ShieldCheck,
  published: Globe,
  being_corrected: FilePenLine,
  retracted: Undo2,
};
