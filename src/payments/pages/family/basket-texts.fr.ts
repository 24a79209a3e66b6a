/** Words of the receipt of a payment for places of a basket. */
export const basketTexts = {
  asked: "Places à payer",
  places: "Places",
  ended: "Les places qui sont encore gardées sont dans votre panier.",
  expired:
    "Vos places ne sont plus gardées que jusqu’à l’heure dite dans votre panier. Si PayFiP dit plus tard que vous avez payé, elles sont réservées si elles sont encore libres ; sinon la somme est en votre faveur. Un message vous le dira.",
  late: "Réservé, malgré une réponse tardive",
  notAll: "Des places payées ne sont pas réservées",
  askBack: "Demander cette somme en retour",
};
