-- The sample shop. Each statement ends with a semicolon at the end of a line.
-- Native type names are those that SQLite accepts and other databases know: a reader of the catalog
-- sees what was meant, not only what SQLite stores.

CREATE TABLE countries (
  code VARCHAR(2) NOT NULL PRIMARY KEY CHECK (length(code) = 2),
  name VARCHAR(60) NOT NULL UNIQUE,
  currency VARCHAR(3) NOT NULL,
  phone_prefix SMALLINT NOT NULL,
  vat_percent DECIMAL(4,2) NOT NULL CHECK (vat_percent BETWEEN 0 AND 50),
  time_zone VARCHAR(40) NOT NULL
) WITHOUT ROWID;

CREATE TABLE exchange_rates (
  currency TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  per_euro REAL NOT NULL CHECK (per_euro > 0),
  PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  public_id UUID NOT NULL UNIQUE,
  email VARCHAR(120) NOT NULL UNIQUE COLLATE NOCASE CHECK (email LIKE '%_@_%'),
  given_name VARCHAR(60) NOT NULL,
  family_name VARCHAR(60) NOT NULL,
  family_name_first BOOLEAN NOT NULL DEFAULT 0 CHECK (family_name_first IN (0, 1)),
  full_name VARCHAR(121) GENERATED ALWAYS AS (
    CASE WHEN family_name_first THEN family_name || ' ' || given_name
         ELSE given_name || ' ' || family_name END) VIRTUAL,
  country_code VARCHAR(2) NOT NULL REFERENCES countries (code) ON UPDATE CASCADE,
  phone VARCHAR(24),
  birth_date DATE,
  tier TEXT NOT NULL DEFAULT 'bronze' CHECK (tier IN ('bronze', 'silver', 'gold')),
  newsletter BOOLEAN NOT NULL DEFAULT 0 CHECK (newsletter IN (0, 1)),
  interests TEXT ARRAY NOT NULL DEFAULT '[]' CHECK (json_valid(interests)),
  preferences JSON NOT NULL DEFAULT '{}' CHECK (json_valid(preferences)),
  referred_by INTEGER REFERENCES customers (id) ON DELETE SET NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S', 'now') || '+00:00'),
  CHECK (referred_by IS NULL OR referred_by <> id)
);

CREATE INDEX customers_by_name ON customers (family_name, given_name);
CREATE INDEX customers_by_country ON customers (country_code);
CREATE INDEX customers_by_referrer ON customers (referred_by) WHERE referred_by IS NOT NULL;

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('home', 'work', 'pickup')),
  line1 VARCHAR(120) NOT NULL,
  line2 VARCHAR(120),
  postal_code VARCHAR(12) NOT NULL,
  city VARCHAR(80) NOT NULL,
  country_code VARCHAR(2) NOT NULL REFERENCES countries (code) ON UPDATE CASCADE,
  latitude DOUBLE CHECK (latitude BETWEEN -90 AND 90),
  longitude DOUBLE CHECK (longitude BETWEEN -180 AND 180),
  is_default BOOLEAN NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1))
);

CREATE INDEX addresses_by_customer ON addresses (customer_id);
CREATE UNIQUE INDEX addresses_one_default ON addresses (customer_id) WHERE is_default = 1;

CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES categories (id) ON DELETE RESTRICT,
  slug VARCHAR(60) NOT NULL UNIQUE,
  name VARCHAR(60) NOT NULL,
  position TINYINT NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 127),
  CHECK (parent_id IS NULL OR parent_id <> id)
);

CREATE INDEX categories_by_parent ON categories (parent_id, position);

CREATE TABLE suppliers (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL UNIQUE,
  country_code VARCHAR(2) NOT NULL REFERENCES countries (code) ON UPDATE CASCADE,
  email VARCHAR(120) NOT NULL,
  founded DATE,
  lead_time INTERVAL NOT NULL DEFAULT 'P7D',
  reliability REAL CHECK (reliability BETWEEN 0 AND 1),
  certifications TEXT ARRAY NOT NULL DEFAULT '[]' CHECK (json_valid(certifications)),
  active BOOLEAN NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
);

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku VARCHAR(12) NOT NULL UNIQUE,
  ean BIGINT NOT NULL UNIQUE CHECK (ean BETWEEN 1000000000000 AND 9999999999999),
  name VARCHAR(120) NOT NULL,
  description TEXT NOT NULL,
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
  supplier_id INTEGER REFERENCES suppliers (id) ON DELETE SET NULL,
  price DECIMAL(10,2) NOT NULL CHECK (price >= 0),
  cost DECIMAL(10,2) NOT NULL CHECK (cost >= 0),
  margin DECIMAL(10,2) GENERATED ALWAYS AS (round(price - cost, 2)) STORED,
  weight_kg REAL CHECK (weight_kg > 0),
  warranty INTERVAL,
  colors TEXT ARRAY NOT NULL DEFAULT '[]' CHECK (json_valid(colors)),
  specifications JSON NOT NULL DEFAULT '{}' CHECK (json_valid(specifications)),
  thumbnail BLOB,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'active', 'discontinued')),
  released DATE,
  updated_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S', 'now') || '+00:00')
);

CREATE INDEX products_by_category ON products (category_id, price);
CREATE INDEX products_by_supplier ON products (supplier_id);
CREATE INDEX products_active ON products (name) WHERE status = 'active';

CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  label VARCHAR(40) NOT NULL UNIQUE
);

CREATE TABLE product_tags (
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (product_id, tag_id)
) WITHOUT ROWID;

CREATE INDEX product_tags_by_tag ON product_tags (tag_id);

CREATE TABLE warehouses (
  code VARCHAR(8) NOT NULL PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  city VARCHAR(80) NOT NULL,
  country_code VARCHAR(2) NOT NULL REFERENCES countries (code) ON UPDATE CASCADE,
  opens_at TIME NOT NULL,
  closes_at TIME NOT NULL,
  pallet_places INTEGER NOT NULL CHECK (pallet_places > 0),
  CHECK (closes_at > opens_at)
);

CREATE TABLE inventory (
  warehouse_code VARCHAR(8) NOT NULL REFERENCES warehouses (code) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  quantity INTEGER NOT NULL DEFAULT 0 CHECK (quantity >= 0),
  reserved SMALLINT NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  reorder_level SMALLINT NOT NULL DEFAULT 10,
  shelf VARCHAR(10),
  counted_at TIMESTAMP,
  PRIMARY KEY (warehouse_code, product_id),
  CHECK (reserved <= quantity)
) WITHOUT ROWID;

CREATE INDEX inventory_by_product ON inventory (product_id);

CREATE TABLE coupons (
  code VARCHAR(20) NOT NULL PRIMARY KEY CHECK (code = upper(code)),
  description VARCHAR(200) NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount', 'shipping')),
  value DECIMAL(8,2) NOT NULL CHECK (value >= 0),
  starts_on DATE NOT NULL,
  ends_on DATE,
  usable_within INTERVAL,
  conditions JSON CHECK (conditions IS NULL OR json_valid(conditions)),
  CHECK (ends_on IS NULL OR ends_on >= starts_on),
  CHECK (kind <> 'percent' OR value <= 100)
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  number VARCHAR(12) NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
  billing_address_id INTEGER REFERENCES addresses (id) ON DELETE SET NULL,
  shipping_address_id INTEGER REFERENCES addresses (id) ON DELETE SET NULL,
  coupon_code VARCHAR(20) REFERENCES coupons (code) ON UPDATE CASCADE ON DELETE SET NULL,
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN (
    'pending', 'paid', 'packed', 'shipped', 'delivered', 'cancelled', 'returned')),
  channel TEXT NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'app', 'phone', 'store')),
  shipping_fee DECIMAL(8,2) NOT NULL DEFAULT 0 CHECK (shipping_fee >= 0),
  gift BOOLEAN NOT NULL DEFAULT 0 CHECK (gift IN (0, 1)),
  note TEXT,
  placed_at TIMESTAMPTZ NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%S', 'now') || '+00:00')
);

CREATE INDEX orders_by_customer ON orders (customer_id, placed_at DESC);
CREATE INDEX orders_by_time ON orders (placed_at);
CREATE INDEX orders_by_coupon ON orders (coupon_code) WHERE coupon_code IS NOT NULL;
CREATE INDEX orders_open ON orders (placed_at) WHERE status IN ('pending', 'paid', 'packed');

CREATE TABLE order_items (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  line TINYINT NOT NULL CHECK (line BETWEEN 1 AND 100),
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  quantity SMALLINT NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 100),
  unit_price DECIMAL(10,2) NOT NULL CHECK (unit_price >= 0),
  discount DECIMAL(10,2) NOT NULL DEFAULT 0 CHECK (discount >= 0),
  line_total DECIMAL(12,2) GENERATED ALWAYS AS (round(quantity * unit_price - discount, 2)) VIRTUAL,
  PRIMARY KEY (order_id, line),
  UNIQUE (order_id, product_id),
  CHECK (discount <= quantity * unit_price)
);

CREATE INDEX order_items_by_product ON order_items (product_id);

CREATE TABLE payments (
  id UUID NOT NULL PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
  method TEXT NOT NULL CHECK (method IN ('card', 'paypal', 'transfer', 'invoice', 'cash')),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'settled', 'refunded', 'failed')),
  amount DECIMAL(12,2) NOT NULL CHECK (amount >= 0),
  provider_answer JSON CHECK (provider_answer IS NULL OR json_valid(provider_answer)),
  paid_at TIMESTAMPTZ
);

CREATE INDEX payments_by_order ON payments (order_id);

CREATE TABLE shipments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
  warehouse_code VARCHAR(8) NOT NULL REFERENCES warehouses (code) ON UPDATE CASCADE,
  carrier VARCHAR(40) NOT NULL,
  tracking_number VARCHAR(24) UNIQUE,
  weight_kg REAL,
  promised INTERVAL NOT NULL DEFAULT 'P3D',
  shipped_at TIMESTAMPTZ NOT NULL,
  delivered_at TIMESTAMPTZ,
  CHECK (delivered_at IS NULL OR delivered_at >= shipped_at)
);

CREATE INDEX shipments_by_order ON shipments (order_id);

CREATE TABLE shipment_items (
  shipment_id INTEGER NOT NULL REFERENCES shipments (id) ON DELETE CASCADE,
  order_id INTEGER NOT NULL,
  line TINYINT NOT NULL,
  PRIMARY KEY (shipment_id, order_id, line),
  FOREIGN KEY (order_id, line) REFERENCES order_items (order_id, line) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX shipment_items_by_order_item ON shipment_items (order_id, line);

CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  rating TINYINT NOT NULL CHECK (rating BETWEEN 1 AND 5),
  title VARCHAR(120) NOT NULL,
  body TEXT NOT NULL,
  language VARCHAR(5) NOT NULL,
  verified BOOLEAN NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  helpful_votes INTEGER NOT NULL DEFAULT 0 CHECK (helpful_votes >= 0),
  written_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (product_id, customer_id)
);

CREATE INDEX reviews_by_customer ON reviews (customer_id);

CREATE VIEW order_totals AS
SELECT o.id AS order_id, o.number, o.customer_id, o.status, o.placed_at,
       count(i.line) AS lines,
       coalesce(sum(i.quantity), 0) AS pieces,
       round(coalesce(sum(i.line_total), 0), 2) AS goods,
       o.shipping_fee,
       round(coalesce(sum(i.line_total), 0) + o.shipping_fee, 2) AS total
FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
GROUP BY o.id;

CREATE VIEW top_products AS
SELECT p.id AS product_id, p.sku, p.name, p.category_id,
       sum(i.quantity) AS sold,
       round(sum(i.line_total), 2) AS revenue,
       (SELECT round(avg(r.rating), 2) FROM reviews r WHERE r.product_id = p.id) AS rating
FROM products p
JOIN order_items i ON i.product_id = p.id
JOIN orders o ON o.id = i.order_id AND o.status NOT IN ('cancelled', 'returned')
GROUP BY p.id
ORDER BY revenue DESC
LIMIT 100;

CREATE VIEW low_stock AS
SELECT n.warehouse_code, w.name AS warehouse, n.product_id, p.sku, p.name AS product,
       n.quantity - n.reserved AS available, n.reorder_level, s.name AS supplier, s.lead_time
FROM inventory n
JOIN warehouses w ON w.code = n.warehouse_code
JOIN products p ON p.id = n.product_id AND p.status = 'active'
LEFT JOIN suppliers s ON s.id = p.supplier_id
WHERE n.quantity - n.reserved < n.reorder_level;

CREATE VIEW category_paths AS
WITH RECURSIVE path (id, depth, path) AS (
  SELECT id, 1, name FROM categories WHERE parent_id IS NULL
  UNION ALL
  SELECT c.id, path.depth + 1, path.path || ' › ' || c.name
  FROM categories c JOIN path ON c.parent_id = path.id)
SELECT id AS category_id, depth, path FROM path;
