-- owner: families

-- Published: what children cannot eat, in the words of their record. Only for whom their guardians are, and for agents who
-- may open the record.
create view families_allergy as
  select participant_id, allergies from health_record where allergies <> '';

-- owner: publications

-- One dish of one day in one service. Allergens by their code (regulation EU 1169/2011, annex II); null where nobody has
-- said, which is not the same as none.
create table menu_dish (
  activity_id  uuid not null,
  date         date not null,
  position     integer not null check (position between 1 and 12),
  name         text not null check (name <> ''),
  allergens    text[] check (allergens <@ array['gluten', 'crustaceans', 'eggs', 'fish', 'peanuts', 'soy', 'milk', 'nuts',
                                                'celery', 'mustard', 'sesame', 'sulphites', 'lupin', 'molluscs']),
  vegetarian   boolean not null,
  organic      boolean not null,
  written_at   timestamptz not null,
  by_label     text not null,
  primary key (activity_id, date, position)
);
