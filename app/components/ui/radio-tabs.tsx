import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface RadioTab {
  value: string;
  label: ReactNode;
  icon?: LucideIcon;
  panel: ReactNode;
}

export interface RadioTabsProps {
  /** The radio group's name; unique on the page. */
  name: string;
  /** What is being chosen between. */
  legend: string;
  /** Five at most: app.css names their places. */
  tabs: readonly [RadioTab, RadioTab, RadioTab?, RadioTab?, RadioTab?];
  /** The tab to begin with; with `onChange`, the tab that is shown. */
  value: string;
  onChange?: (value: string) => void;
  /** `narrow`: on wide screens all panels stand side by side and the tabs are gone. */
  when?: "always" | "narrow";
  className?: string;
  panelClassName?: string;
}

/** Tabs made of radio buttons: they switch by style alone, before the page's scripts run and without them. */
export function RadioTabs(props: RadioTabsProps) {
  const { name, legend, tabs, value, onChange, when = "always", className, panelClassName } = props;
  const shown = tabs.filter((tab) => tab !== undefined);
  return (
    <div data-tabs={when} className={className}>
      <fieldset
        data-tab-list=""
        className={clsx(
          "no-print mb-4 flex flex-wrap gap-1 border-b border-line",
          when === "narrow" && "lg:hidden",
        )}
      >
        <legend className="sr-only">{legend}</legend>
        {shown.map((tab, index) => {
          const { icon: Icon } = tab;
          return (
            <label
              key={tab.value}
              className={clsx(
                "-mb-px flex min-h-9 cursor-pointer items-center gap-2 rounded-t-md border-b-2 border-transparent px-3 py-1.5 font-medium text-muted",
                "hover:text-ink has-checked:border-accent has-checked:text-ink",
                "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              )}
            >
              <input
                type="radio"
                name={name}
                value={tab.value}
                data-tab={index + 1}
                className="sr-only"
                {...(onChange
                  ? { checked: value === tab.value, onChange: () => onChange(tab.value) }
                  : { defaultChecked: value === tab.value })}
              />
              {Icon ? <Icon aria-hidden className="size-4" /> : null}
              {tab.label}
            </label>
          );
        })}
      </fieldset>
      {shown.map((tab, index) => (
        <div key={tab.value} data-panel={index + 1} className={panelClassName}>
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
