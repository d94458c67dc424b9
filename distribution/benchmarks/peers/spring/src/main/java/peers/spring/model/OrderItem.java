package peers.spring.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "order_items")
public class OrderItem {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Integer id;

  @Column(name = "order_id")
  private Integer orderId;

  private String product;
  private int quantity;

  @Column(name = "unit_price_cents")
  private int unitPriceCents;

  protected OrderItem() {}

  public OrderItem(Integer orderId, String product, int quantity, int unitPriceCents) {
    this.orderId = orderId;
    this.product = product;
    this.quantity = quantity;
    this.unitPriceCents = unitPriceCents;
  }

  public Integer getId() {
    return id;
  }

  public Integer getOrderId() {
    return orderId;
  }

  public String getProduct() {
    return product;
  }

  public int getQuantity() {
    return quantity;
  }

  public int getUnitPriceCents() {
    return unitPriceCents;
  }
}
