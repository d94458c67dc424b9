package peers.spring.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

@Entity
@Table(name = "posts")
public class Post {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Integer id;

  @Column(name = "author_id")
  private Integer authorId;

  private String title;
  private String body;
  private int views;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @OneToMany
  @JoinColumn(name = "post_id", insertable = false, updatable = false)
  @OrderBy("id")
  private List<Comment> comments;

  public Integer getId() {
    return id;
  }

  public Integer getAuthorId() {
    return authorId;
  }

  public void setAuthorId(Integer authorId) {
    this.authorId = authorId;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  public int getViews() {
    return views;
  }

  public void setViews(int views) {
    this.views = views;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public List<Comment> getComments() {
    return comments;
  }
}
