import { textBlocks, type TextPiece } from "../../rules/text-blocks.ts";

/** A text as it was typed: paragraphs, lists, titles, addresses. Every word is escaped. */
export function TextBody({ text }: { text: string }) {
  return (
    <>
      {textBlocks(text).map((block) => {
        switch (block.kind) {
          case "title":
            return <h2>{block.text}</h2>;
          case "list":
            return (
              <ul>
                {block.items.map((pieces) => (
                  <li>
                    <Pieces pieces={pieces} />
                  </li>
                ))}
              </ul>
            );
          case "paragraph":
            return (
              <p>
                {block.lines.map((pieces, index) => (
                  <>
                    {index > 0 && <br />}
                    <Pieces pieces={pieces} />
                  </>
                ))}
              </p>
            );
        }
      })}
    </>
  );
}

function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return (
    <>
      {pieces.map((piece) =>
        piece.kind === "words" ? (
          piece.text
        ) : (
          <a href={piece.href} rel="noopener noreferrer">
            {piece.href}
          </a>
        ),
      )}
    </>
  );
}
