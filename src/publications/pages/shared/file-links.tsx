import { documentWords } from "#families";

import type { PublishedFile } from "../../written/files.ts";
import { texts } from "./texts.fr.ts";

/** The files of a publication; none opens before the antivirus has answered. */
export function FileLinks({ files, base }: { files: readonly PublishedFile[]; base: string }) {
  if (files.length === 0) return null;
  return (
    <>
      <h2>{texts.files}</h2>
      <ul>
        {files.map(({ versionId, name, bytes, scan }) => (
          <li>
            {scan === "waiting" ? (
              <span class="soft">
                {name} : {texts.waiting}
              </span>
            ) : (
              <a href={`${base}/fichiers/${versionId}`}>
                {name} ({documentWords.megabytes(bytes)})
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
