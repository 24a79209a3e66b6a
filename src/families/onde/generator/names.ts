/** A list with at least one element, written as words. */
const words = (text: string): readonly [string, ...string[]] => {
  const [first = "", ...rest] = text
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);
  return [first, ...rest];
};

/** Family names met in Picardie and elsewhere in France, mixed at random: no family is a real one. */
export const LAST_NAMES = words(`
  LEFEBVRE, DUPONT, PETIT, DUBOIS, DELATTRE, CARON, LEROY, LECLERCQ, DELAPORTE, BOUTIN, HÉNIN, DEVAUX, POIRET,
  MACQUET, DACHEUX, FOURDRINIER, LEFÈVRE, CRÉPIN, BÉTHOUART, DÉSÉRABLE, NOËL, LÉGER, GÉRARD, BRÉMARD, TRANNOY,
  D'HARDIVILLERS, D'AMICO, D'HALLUIN, DE LA RUE, DE SOUSA, DE BOFFLES, DU BOISLE, LE GOFF, LE ROUX, LA HAYE,
  SAINT-GERMAIN, VAN DEN BERGHE, VANDAELE, KOWALSKI, NOWAK, FERREIRA, DA SILVA, BENALI, HADDAD, DIALLO, NGUYEN,
  MARTIN, BERNARD, ROBERT, RICHARD, DURAND, MOREAU, LAURENT, SIMON, MICHEL, GARCIA, ROUSSEAU, VINCENT, FOURNIER,
  GIRARD, BONNET, LAMBERT, FONTAINE, MERCIER, BLANC, GUÉRIN, BOYER, GARNIER, CHEVALIER, FRANÇOIS, LEGRAND,
  GAUTHIER, PERRIN, ROBIN, CLÉMENT, MORIN, NICOLAS, HENRY, ROUSSEL, MATHIEU, GAUTIER, MASSON, MARCHAND, DUVAL,
  DENIS, DUMONT, MARIE, LEMAIRE, MEUNIER, BRUN, BLANCHARD, GIRAUD, JOLY, RIVIÈRE, LUCAS, BRUNET, GAILLARD,
  BARBIER, ARNAUD, MARTINEZ, GÉRAUX, ROCHE, RENARD, SCHMITT, ROY, LEROUX, COLIN, VIDAL, CARPENTIER, DUMAS,
  ROUX, MÉNARD, PRUVOST, DELEPINE, THUILLIER, BOULANGER, HÉBERT, PRÉVOST, WATTEBLED, DUFOUR, DESMARETS, TELLIER,
  FLAMENT, BECQUET, QUÉVAL, RIQUIER, SAILLY, VASSEUR, WARIN, ŒUVRARD, CŒUGNET, ZIELINSKI, PARMENTIER, OBRY
`);

/** First names of girls born since 2014 and of their mothers. */
export const GIRLS = words(`
  Léa, Louise, Jade, Emma, Chloé, Inès, Zoé, Anaïs, Maëlys, Camille, Lina, Manon, Éloïse, Agathe, Rose, Alice,
  Juliette, Margaux, Clémence, Lætitia, Marie-Lou, Anna, Nour, Yasmine, Ambre, Lou, Mila, Capucine, Apolline,
  Noémie, Élise, Romane, Jeanne, Victoire, Garance, Aïcha, Fatou, Lise, Marie-Ange, Céleste, Lola, Eva, Charlie
`);

export const BOYS = words(`
  Lucas, Louis, Gabriel, Raphaël, Jules, Adam, Hugo, Léo, Arthur, Nathan, Maël, Liam, Noé, Ethan, Paul, Tom,
  Sacha, Gaspard, Timéo, Axel, Mathéo, Baptiste, Antoine, Valentin, Jean-Baptiste, Théo, Côme, Martin, Augustin,
  Malo, Rayan, Ibrahim, Amadou, Enzo, Maxence, Clément, Oscar, Marceau, Félix, Victor, Émile, Pierre-Louis
`);

export const MOTHERS = words(`
  Émilie, Céline, Aurélie, Sandrine, Stéphanie, Virginie, Élodie, Delphine, Julie, Laëtitia, Mélanie, Sophie,
  Karine, Marie-Laure, Anne-Sophie, Christelle, Séverine, Amélie, Marion, Pauline, Vanessa, Fatima, Aminata,
  Ludivine, Noëlle, Hélène, Cindy, Jennifer, Angélique, Sabrina, Coralie, Audrey, Charlène, Gaëlle, Lucie
`);

export const FATHERS = words(`
  Nicolas, Julien, Sébastien, Christophe, Jérôme, Frédéric, Stéphane, David, Mickaël, Guillaume, Ludovic, Cédric,
  Jean-Pierre, Jean-François, Grégory, Anthony, Fabien, Benoît, Loïc, Yann, Rachid, Mamadou, Karim, François,
  Jérémy, Kévin, Romain, Thibault, Xavier, Arnaud, Bruno, Damien, Alexandre, Maxime, Rémi, Joël, Gaëtan
`);
