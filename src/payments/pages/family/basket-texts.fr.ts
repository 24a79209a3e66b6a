/** Words of the receipt of a payment for places of a basket. */
export const basketTexts = {
  asked: "Places à payer",
  places: "Places",
  notAll: "Des places payées ne sont pas réservées",
  askBack: "Demander cette somme en retour",
};
