/** Words of the receipt of a payment for places of a basket. */
export const basketTexts = {
  asked: "Places à payer",
  places: "Places",
  ended: "Les places qui sont encore gardées sont dans votre panier.",
  expired:
    "Vos places ne sont plus gardées pour ce paiement. Celles qui le sont encore sont dans votre panier, avec l’heure jusqu’à laquelle elles le sont. Si PayFiP dit plus tard que vous avez payé, elles sont réservées si elles sont encore libres ; sinon la somme est en votre faveur. Un message vous le dira.",
  basket: "Voir mon panier",
  late: "Réservé, malgré une réponse tardive",
  notAll: "Des places payées ne sont pas réservées",
  askBack: "Demander cette somme en retour",
};
