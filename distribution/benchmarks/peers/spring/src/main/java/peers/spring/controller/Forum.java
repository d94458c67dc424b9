package peers.spring.controller;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import peers.spring.controller.Answers.CommentRow;
import peers.spring.controller.Answers.ItemRow;
import peers.spring.controller.Answers.NewComment;
import peers.spring.controller.Answers.NewOrder;
import peers.spring.controller.Answers.OrderRow;
import peers.spring.controller.Answers.PlacedOrder;
import peers.spring.controller.Answers.PostChange;
import peers.spring.controller.Answers.PostRow;
import peers.spring.controller.Answers.UserRow;
import peers.spring.controller.Answers.UserWithPosts;
import peers.spring.model.Comment;
import peers.spring.model.Comments;
import peers.spring.model.Order;
import peers.spring.model.OrderItem;
import peers.spring.model.OrderItems;
import peers.spring.model.Orders;
import peers.spring.model.Posts;
import peers.spring.model.User;
import peers.spring.model.Users;

/** Transactions, and rows out of entities. */
@Service
@Transactional(readOnly = true)
class Forum {

  private final Users users;
  private final Posts posts;
  private final Comments comments;
  private final Orders orders;
  private final OrderItems items;

  Forum(Users users, Posts posts, Comments comments, Orders orders, OrderItems items) {
    this.users = users;
    this.posts = posts;
    this.comments = comments;
    this.orders = orders;
    this.items = items;
  }

  public Optional<UserRow> user(int id) {
    return users.findById(id).map(UserRow::of);
  }

  public List<UserRow> users(int page, int limit) {
    return users.findAllByOrderById(page(page, limit)).map(UserRow::of).getContent();
  }

  public List<UserWithPosts> usersWithPosts(int page, int limit) {
    return users.findAllByOrderById(page(page, limit)).map(UserWithPosts::of).getContent();
  }

  public List<Posts.PostsOfAuthor> postsByAuthor(int minViews, int page, int limit) {
    return posts.countByAuthor(minViews, page(page, limit));
  }

  @Transactional
  public CommentRow add(NewComment body) {
    Comment comment = new Comment();
    comment.setPostId(body.postId());
    comment.setAuthorId(body.authorId());
    comment.setBody(body.body());
    return CommentRow.of(comments.save(comment));
  }

  @Transactional
  public Optional<PostRow> change(int id, PostChange change) {
    return posts
        .findById(id)
        .map(
            post -> {
              Optional.ofNullable(change.title()).ifPresent(post::setTitle);
              Optional.ofNullable(change.views()).ifPresent(post::setViews);
              return PostRow.of(post);
            });
  }

  @Transactional
  public PlacedOrder place(NewOrder body) {
    Order order = orders.save(new Order(body.userId(), body.status()));
    List<ItemRow> rows =
        body.items().stream()
            .map(
                item ->
                    new OrderItem(
                        order.getId(), item.product(), item.quantity(), item.unitPriceCents()))
            .map(items::save)
            .map(ItemRow::of)
            .toList();
    User user = users.findById(body.userId()).orElseThrow();
    user.setActive(true);
    return new PlacedOrder(OrderRow.of(order), rows, UserRow.of(user));
  }

  private static PageRequest page(int page, int limit) {
    return PageRequest.of(page - 1, limit);
  }
}
