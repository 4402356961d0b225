export { deliverDue, type DeliveryTools } from "./deliver";
export { callWithin } from "./send";
